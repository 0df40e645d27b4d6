using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>How groups are written and read.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CreateAppChatBody))]
[JsonSerializable(typeof(CreateAppChatAnswer))]
[JsonSerializable(typeof(UpdateAppChatBody))]
[JsonSerializable(typeof(GetAppChatAnswer))]
internal sealed partial class WeComAppChatsJson : JsonSerializerContext;

internal sealed record CreateAppChatBody
{
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("owner")]
    public string? OwnerId { get; init; }

    [JsonPropertyName("userlist")]
    public required IReadOnlyList<string> MemberIds { get; init; }

    [JsonPropertyName("chatid")]
    public string? ChatId { get; init; }
}

internal sealed record CreateAppChatAnswer
{
    [JsonPropertyName("chatid")]
    public string? ChatId { get; init; }
}

internal sealed record UpdateAppChatBody
{
    [JsonPropertyName("chatid")]
    public required string ChatId { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("owner")]
    public string? OwnerId { get; init; }

    [JsonPropertyName("add_user_list")]
    public IReadOnlyList<string>? AddedMemberIds { get; init; }

    [JsonPropertyName("del_user_list")]
    public IReadOnlyList<string>? RemovedMemberIds { get; init; }
}

internal sealed record GetAppChatAnswer
{
    [JsonPropertyName("chat_info")]
    public AppChatAnswer? Chat { get; init; }
}

internal sealed record AppChatAnswer
{
    [JsonPropertyName("chatid")]
    public string? ChatId { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("owner")]
    public string? OwnerId { get; init; }

    [JsonPropertyName("userlist")]
    public IReadOnlyList<string>? MemberIds { get; init; }
}
