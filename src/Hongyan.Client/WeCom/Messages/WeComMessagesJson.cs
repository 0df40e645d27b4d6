using System.Globalization;
using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>How the answers about messages are read.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(SendAnswer))]
[JsonSerializable(typeof(CardUpdateAnswer))]
internal sealed partial class WeComMessagesJson : JsonSerializerContext;

internal sealed record SendAnswer
{
    [JsonPropertyName("msgid")]
    public string? MessageId { get; init; }

    [JsonPropertyName("invaliduser")]
    public string? InvalidUsers { get; init; }

    [JsonPropertyName("invalidparty")]
    public string? InvalidDepartments { get; init; }

    [JsonPropertyName("invalidtag")]
    public string? InvalidTags { get; init; }

    [JsonPropertyName("unlicenseduser")]
    public string? UnlicensedUsers { get; init; }

    [JsonPropertyName("response_code")]
    public string? ResponseCode { get; init; }

    public SentMessage ToSentMessage() => new()
    {
        MessageId = MessageId ?? "",
        InvalidUserIds = Split(InvalidUsers),
        InvalidDepartmentIds = Numbers(InvalidDepartments),
        InvalidTagIds = Numbers(InvalidTags),
        UnlicensedUserIds = Split(UnlicensedUsers),
        ResponseCode = string.IsNullOrEmpty(ResponseCode) ? null : ResponseCode,
    };

    private static string[] Split(string? texts) => (texts ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int[] Numbers(string? texts) =>
        [.. Split(texts).Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : (int?)null).OfType<int>()];
}

internal sealed record CardUpdateAnswer
{
    [JsonPropertyName("invaliduser")]
    public IReadOnlyList<string>? InvalidUserIds { get; init; }
}
