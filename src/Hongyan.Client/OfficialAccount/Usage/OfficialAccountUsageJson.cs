using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How the calls about quotas are written and read, generated at build time.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(EndpointWire))]
[JsonSerializable(typeof(QuotaAnswer))]
[JsonSerializable(typeof(AppIdWire))]
[JsonSerializable(typeof(RidWire))]
[JsonSerializable(typeof(RecordedCallAnswer))]
internal sealed partial class OfficialAccountUsageJson : JsonSerializerContext;

internal sealed record EndpointWire([property: JsonPropertyName("cgi_path")] string Path);

internal sealed record QuotaAnswer
{
    [JsonPropertyName("quota")]
    public required ApiQuota Quota { get; init; }
}

internal sealed record AppIdWire([property: JsonPropertyName("appid")] string AppId);

internal sealed record RidWire([property: JsonPropertyName("rid")] string Rid);

internal sealed record RecordedCallAnswer
{
    [JsonPropertyName("request")]
    public required RecordedCall Request { get; init; }
}
