using System.Text.Json.Nodes;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>Reads what a mass send says as the platform does.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html.</remarks>
internal sealed class MassMessageReader(MediaStore media, Materials materials, Drafts drafts)
{
    private const int TextBytes = 2048;
    private const int MaxPictures = 20;

    /// <summary>The content, or what is wrong with it.</summary>
    public (MassContent? Content, ApiError? Error) Read(ApiRequest request)
    {
        var type = request.Body.Text("msgtype") ?? "";
        var given = Names(type).Select(request.Body.Object).FirstOrDefault(each => each is not null);
        if (given is null)
            return (null, type == "text" ? OfficialAccountErrors.EmptyText : OfficialAccountErrors.MessageType);

        var message = new ActiveMessage { MsgId = "", CallId = request.CallId, Type = type };
        return type switch
        {
            "text" => Text(message, given),
            "image" or "images" => Pictures(message with { Type = "image" }, given),
            "voice" => Media(message, given, MediaKind.Voice),
            "mpvideo" or "video" => Video(request.Account, message with { Type = "video" }, given),
            "mpnews" => News(request.Account, message, given),
            "wxcard" => given.Text("card_id") is { Length: > 0 } card ? Of(message with { Title = card }, card) : (null, OfficialAccountErrors.Parameter),
            _ => (null, OfficialAccountErrors.MessageType),
        };
    }

    // The object is not always called like the type: the pages name both.
    private static string[] Names(string type) => type switch
    {
        "image" or "images" => ["images", "image"],
        "mpvideo" or "video" => ["mpvideo", "video"],
        _ => [type],
    };

    private static (MassContent?, ApiError?) Of(ActiveMessage message, string digest) => (new(message.Type, [message], null, message.CallId, digest), null);

    private static (MassContent?, ApiError?) Text(ActiveMessage message, JsonObject given)
    {
        var text = given.Text("content") ?? "";
        return text.Length == 0 ? (null, OfficialAccountErrors.EmptyText)
            : Utf8.Count(text) > TextBytes ? (null, OfficialAccountErrors.ContentSize)
            : Of(message with { Content = text }, text);
    }

    private (MassContent?, ApiError?) Pictures(ActiveMessage message, JsonObject given)
    {
        var ids = given.Texts("media_ids") ?? (given.Text("media_id") is { Length: > 0 } one ? [one] : []);
        return ids.Count == 0 ? (null, OfficialAccountErrors.NoMediaId)
            : ids.Count > MaxPictures ? (null, OfficialAccountErrors.MediaIdSize)
            : ids.Any(id => media.FindValid(id) is not { Kind: MediaKind.Image }) ? (null, OfficialAccountErrors.MediaId)
            : (new(message.Type, [.. ids.Select(id => message with { MediaId = id })], null, message.CallId, string.Join(',', ids)), null);
    }

    private (MassContent?, ApiError?) Media(ActiveMessage message, JsonObject given, MediaKind kind) =>
        given.Text("media_id") is not { Length: > 0 } id ? (null, OfficialAccountErrors.NoMediaId)
        : media.FindValid(id) is { } file && file.Kind == kind ? Of(message with { MediaId = id }, id)
        : (null, OfficialAccountErrors.MediaId);

    private (MassContent?, ApiError?) Video(Account account, ActiveMessage message, JsonObject given)
    {
        var (content, error) = Media(message, given, MediaKind.Video);
        if (content is null || materials.NameOfVideo(account, content.Digest) is not { } name)
            return (null, error ?? OfficialAccountErrors.MediaId);
        return (content with { Messages = [content.Messages[0] with { Title = name.Title, Description = name.Description }] }, null);
    }

    private (MassContent?, ApiError?) News(Account account, ActiveMessage message, JsonObject given) =>
        given.Text("media_id") is not { Length: > 0 } id ? (null, OfficialAccountErrors.NoMediaId)
        : drafts.Find(account, id) is { } news ? (new("mpnews", [], news, message.CallId, id), null)
        : (null, OfficialAccountErrors.MediaId);
}
