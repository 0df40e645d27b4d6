using System.Text;
using System.Text.Json.Nodes;

namespace Hongyan.Simulator.WeCom;

/// <summary>Reads the message that send_msg or send_msg_on_event is asked to send, by the platform's rules.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/94677.</remarks>
internal sealed class ServiceMessageReader(MediaStore media)
{
    private const int MaxMessageIdBytes = 32;
    private const int MaxTextBytes = 2048;
    private const int MaxMenuLines = 10;
    private const int MaxTitleBytes = 128;
    private const int MaxDescriptionBytes = 512;
    private const int MaxMiniProgramTitleBytes = 64;

    private static readonly string[] AllTypes =
        ["text", "image", "voice", "video", "file", "link", "miniprogram", "msgmenu", "location", "ca_link", "business_card"];

    /// <summary>The message, or what is wrong with it.</summary>
    public (string Type, JsonObject Content, ApiError? Error) Read(JsonObject body)
    {
        if (body.Text("msgid") is { } messageId)
        {
            if (Encoding.UTF8.GetByteCount(messageId) > MaxMessageIdBytes)
                return Wrong(ServiceError.Parameter("msgid exceed max length 32"));
            if (!messageId.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-'))
                return Wrong(ServiceError.Parameter("invalid msgid"));
        }
        if (body.Text("msgtype") is not { } type || !AllTypes.Contains(type))
            return Wrong(ServiceError.MessageType);
        if (body.Object(type) is not { } content)
            return Wrong(ServiceError.Parameter($"missing {type}"));

        content = (JsonObject)content.DeepClone();
        return FindError(type, content) is { } error ? Wrong(error) : (type, content, null);
    }

    private ApiError? FindError(string type, JsonObject content)
    {
        switch (type)
        {
            case "text":
                return CheckText(content.Text("content"));
            case "image" or "voice" or "video" or "file":
                return CheckMedia(content.Text("media_id"));
            case "link":
                Cut(content, "title", MaxTitleBytes);
                Cut(content, "desc", MaxDescriptionBytes);
                return Missing(content, "title", "url") ?? CheckMedia(content.Text("thumb_media_id"));
            case "miniprogram":
                Cut(content, "title", MaxMiniProgramTitleBytes);
                return Missing(content, "appid", "pagepath") ?? CheckMedia(content.Text("thumb_media_id"));
            case "msgmenu":
                return CheckMenu(content);
            case "location":
                return content["latitude"] is null || content["longitude"] is null ? ServiceError.Parameter("missing latitude or longitude") : null;
            case "ca_link":
                return Missing(content, "link_url");
            default:
                return Missing(content, "userid");
        }
    }

    private static ApiError? CheckText(string? text) =>
        string.IsNullOrEmpty(text) ? ServiceError.EmptyText
        : Encoding.UTF8.GetByteCount(text) > MaxTextBytes ? ServiceError.Parameter($"text.content exceed max length {MaxTextBytes}")
        : null;

    private ApiError? CheckMedia(string? mediaId) =>
        mediaId is null ? WeComErrors.NoMediaId : media.FindValid(mediaId) is null ? WeComErrors.WrongMediaId : null;

    private static ApiError? CheckMenu(JsonObject content)
    {
        var lines = content.Objects("list") ?? [];
        if (lines.Count is 0 or > MaxMenuLines)
            return ServiceError.MenuLength;
        foreach (var (line, number) in lines.Select((line, number) => (line, number)))
        {
            if (line.Text("type") is not ("click" or "view" or "miniprogram" or "text") || line.Object(line.Text("type")!) is not { } part)
                return ServiceError.MenuItem;
            if (string.IsNullOrEmpty(part.Text("content")))
                return ServiceError.Parameter($"msgmenu.list[{number}].content is empty");
        }
        return null;
    }

    private static ApiError? Missing(JsonObject content, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (string.IsNullOrEmpty(content.Text(name)))
                return ServiceError.Parameter($"missing {name}");
        }
        return null;
    }

    // The platform shows as much of these as it has room for.
    private static void Cut(JsonObject content, string name, int maxBytes)
    {
        if (content.Text(name) is not { } text || Encoding.UTF8.GetByteCount(text) <= maxBytes)
            return;
        var kept = new StringBuilder();
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > maxBytes)
                break;
            kept.Append(rune.ToString());
        }
        content[name] = kept.ToString();
    }

    private static (string Type, JsonObject Content, ApiError? Error) Wrong(ApiError error) => ("", [], error);
}
