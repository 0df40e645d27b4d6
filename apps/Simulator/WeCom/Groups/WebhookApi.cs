using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Hongyan.Simulator.Hosting;

namespace Hongyan.Simulator.WeCom;

/// <summary>POST /cgi-bin/webhook/send and upload_media: group robots (群机器人, 消息推送). The key is all there is; no token.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/99110.</remarks>
internal static class WebhookApi
{
    private const int PictureBytes = 2 * 1024 * 1024;
    // A picture in base64 takes a third more.
    private const int LargestBody = 4 * 1024 * 1024;

    private static readonly ApiError WrongKey = new(93000, "invalid webhook url");

    public static void Map(RouteGroupBuilder api)
    {
        api.CallWithoutToken("POST /webhook/send", Send).WithMetadata(new BodyLimit(LargestBody));
        api.UploadWithoutToken("/webhook/upload_media", UploadAsync);
    }

    private static ApiAnswer Send(
        ApiRequest request, GroupChats groups, MessageQuotas quotas, ContentReader reader, RobotMedia robotMedia, MediaStore media, ActiveSender sender, ApiFaults faults)
    {
        if (FindRobot(request, groups) is not { } robot || groups.Find(robot.ChatId) is not { } group)
            return ApiAnswer.Failed(WrongKey);
        // The gate knows callers by their token, and a robot has none.
        if (faults.Meet(WeComApi.Platform, robot.Name, request.Http.Path) is { } fault)
            return fault;
        if (!quotas.TrySend(robot))
            return ApiAnswer.Failed(WeComErrors.TooOften);

        var (message, error) = request.Body.Text("msgtype") == "image" ? ReadPicture(request, media) : reader.Read(request, ContentRules.OfRobot);
        if (message is null)
            return ApiAnswer.Failed(error!);
        if (message.Type is "file" or "voice" && !robotMedia.BelongsTo(message.MediaId!, robot))
            return ApiAnswer.Failed(MessageErrors.WrongMediaId);
        if (message.Card is { } card && (card.CardType is not ("text_notice" or "news_notice") || card.ActionMenu is not null))
            return ApiAnswer.Failed(CardErrors.CardType);

        sender.Send(robot.Name, group, message);
        return ApiAnswer.Ok();
    }

    private static async Task<ApiAnswer> UploadAsync(
        ApiRequest request, GroupChats groups, RobotMedia robotMedia, MediaStore media, ApiFaults faults, CancellationToken cancellationToken)
    {
        if (FindRobot(request, groups) is not { } robot)
            return ApiAnswer.Failed(WrongKey);
        if (faults.Meet(WeComApi.Platform, robot.Name, request.Http.Path) is { } fault)
            return fault;
        if (request.Query("type") is not ("file" or "voice") || MediaApi.KindOf(request.Query("type")) is not { } kind)
            return ApiAnswer.Failed(WeComErrors.TypeParameter);
        var (file, error) = await MediaApi.ReceiveAsync(request, kind, MediaLimit.Of(kind), cancellationToken);
        if (file is null)
            return ApiAnswer.Failed(error!);

        var stored = media.Add(kind, file.FileName, file.Content);
        robotMedia.Add(stored.MediaId, robot);
        return ApiAnswer.Ok(
            ("type", request.Query("type")),
            ("media_id", stored.MediaId),
            ("created_at", stored.CreatedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
    }

    private static GroupRobot? FindRobot(ApiRequest request, GroupChats groups) =>
        request.Query("key") is { } key ? groups.FindRobotByKey(key) : null;

    private static (ActiveMessage? Message, ApiError? Error) ReadPicture(ApiRequest request, MediaStore media)
    {
        var image = request.Body.Object("image") ?? new JsonObject();
        byte[] picture;
        try
        {
            picture = Convert.FromBase64String(image.Text("base64") ?? "");
        }
        catch (FormatException)
        {
            return (null, MessageErrors.WrongParameter);
        }

        if (picture.Length == 0)
            return (null, WeComErrors.NoMedia);
        if (picture.Length > PictureBytes)
            return (null, WeComErrors.ImageSize);
        if (!string.Equals(image.Text("md5"), Checksum(picture), StringComparison.OrdinalIgnoreCase))
            return (null, MessageErrors.WrongChecksum);
        if (MediaFormat.Of(picture)?.FitsUpload(MediaKind.Image) != true)
            return (null, WeComErrors.ImageFormat);
        var stored = media.Add(MediaKind.Image, null, picture);
        return (new() { MsgId = "", CallId = request.CallId, Type = "image", MediaId = stored.MediaId }, null);
    }

#pragma warning disable CA5351 // The platform compares pictures by MD5; it protects nothing.
    private static string Checksum(byte[] bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));
#pragma warning restore CA5351
}
