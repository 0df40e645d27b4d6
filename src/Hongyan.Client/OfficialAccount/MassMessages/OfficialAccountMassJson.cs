using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How the answers about mass messages are read, generated at build time. Numbers come as text now and then.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(MassSendAnswer))]
[JsonSerializable(typeof(MassStatusAnswer))]
[JsonSerializable(typeof(MassSpeedAnswer))]
internal sealed partial class OfficialAccountMassJson : JsonSerializerContext;

internal sealed record MassSendAnswer
{
    [JsonPropertyName("errcode")]
    public int Code { get; init; }

    [JsonPropertyName("msg_id")]
    public required long MessageId { get; init; }

    [JsonPropertyName("msg_data_id")]
    public long? DataId { get; init; }
}

internal sealed record MassStatusAnswer
{
    [JsonPropertyName("msg_status")]
    public required string Status { get; init; }
}

internal sealed record MassSpeedAnswer
{
    [JsonPropertyName("speed")]
    public int Level { get; init; }

    [JsonPropertyName("realspeed")]
    public int TenThousandsPerMinute { get; init; }
}
