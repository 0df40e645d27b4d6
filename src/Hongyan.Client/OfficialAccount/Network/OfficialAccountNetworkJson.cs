using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How the calls about addresses are written and read, generated at build time.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(AddressListWire))]
[JsonSerializable(typeof(CallbackCheckWire))]
[JsonSerializable(typeof(CallbackCheckResult))]
internal sealed partial class OfficialAccountNetworkJson : JsonSerializerContext;

internal sealed record AddressListWire([property: JsonPropertyName("ip_list")] IReadOnlyList<string>? Addresses);

internal sealed record CallbackCheckWire(
    [property: JsonPropertyName("action")] string Action, [property: JsonPropertyName("check_operator")] string Operator);
