using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How the calls about customer service are written and read, generated at build time.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ServicerWire))]
[JsonSerializable(typeof(ServicerListWire))]
[JsonSerializable(typeof(OnlineServicerListWire))]
[JsonSerializable(typeof(SessionWire))]
[JsonSerializable(typeof(CustomerServiceSession))]
[JsonSerializable(typeof(SessionListWire))]
[JsonSerializable(typeof(WaitingList))]
[JsonSerializable(typeof(RecordQueryWire))]
[JsonSerializable(typeof(RecordListWire))]
internal sealed partial class OfficialAccountCustomerServiceJson : JsonSerializerContext;

internal sealed record ServicerWire
{
    [JsonPropertyName("kf_account")]
    public required string Account { get; init; }

    [JsonPropertyName("nickname")]
    public string? Nickname { get; init; }

    [JsonPropertyName("invite_wx")]
    public string? WeChat { get; init; }
}

internal sealed record ServicerListWire([property: JsonPropertyName("kf_list")] IReadOnlyList<CustomerServiceAccount>? Servicers);

internal sealed record OnlineServicerListWire([property: JsonPropertyName("kf_online_list")] IReadOnlyList<OnlineServicer>? Servicers);

internal sealed record SessionWire(
    [property: JsonPropertyName("kf_account")] string Account, [property: JsonPropertyName("openid")] string OpenId);

internal sealed record SessionListWire([property: JsonPropertyName("sessionlist")] IReadOnlyList<CustomerServiceSession>? Sessions);

internal sealed record RecordQueryWire(
    [property: JsonPropertyName("starttime")] long From, [property: JsonPropertyName("endtime")] long To,
    [property: JsonPropertyName("msgid")] long First, [property: JsonPropertyName("number")] int Number);

internal sealed record RecordListWire
{
    [JsonPropertyName("recordlist")]
    public IReadOnlyList<ServiceRecord>? Records { get; init; }

    [JsonPropertyName("number")]
    public int Number { get; init; }

    [JsonPropertyName("msgid")]
    public long Next { get; init; }
}
