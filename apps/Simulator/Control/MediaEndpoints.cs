using Hongyan.Simulator.Hosting;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Hongyan.Simulator.Control;

/// <summary>Media files as members send and see them.</summary>
internal static class MediaEndpoints
{
    public static void Map(RouteGroupBuilder sim)
    {
        sim.MapPost("/media", UploadAsync).WithTags("chat").WithMetadata(BodyLimit.ForMedia)
            .Accepts<IFormFile>("multipart/form-data")
            .WithSummary("成员上传图片、语音、视频或文件，再用 mediaId 发消息。Uploads a picture, voice, video or file of a member; then send a message with its mediaId.")
            .WithDescription(
                "multipart/form-data，文件名为 media。JPG、PNG、GIF；AMR、Speex、MP3、WAV；MP4。类型按内容判断，大小限制与平台一致；type=file 时当作文件，什么格式都行（只能发给智能机器人）。"
                + "multipart/form-data with the file as media; what it is shows in its content, limits are the platform's; with type=file it is a file, whatever it holds, for robots only.")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        sim.MapGet("/media/{mediaId}", Show).WithTags("chat")
            .WithSummary("素材的内容；过期的也能看。A media file, expired or not.")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<MediaView>, ProblemHttpResult>> UploadAsync(
        HttpContext context, MediaStore media, Wording wording, CancellationToken cancellationToken, string? type = null)
    {
        if (!context.Request.HasFormContentType)
            return ControlProblem.Of(wording, StatusCodes.Status415UnsupportedMediaType, "Problem_NotMultipart", "Problem_NotMultipart_Detail");
        var file = await MultipartUpload.ReadAsync(context.Request, MediaLimit.Largest, cancellationToken);
        if (file is null or { Content.Length: 0 })
            return Refuse("Problem_MediaMissing");
        if ((type == "file" ? MediaKind.File : MediaFormat.Of(file.Content)?.Kind) is not { } kind)
            return Refuse("Problem_MediaFormat");
        if (file.IsTooLarge || file.Content.Length > MediaLimit.Of(kind))
            return Refuse("Problem_MediaLarge", MediaLimit.Of(kind) / (1024 * 1024));

        return TypedResults.Ok(MediaView.Of(media.Add(kind, file.FileName, file.Content)));

        ProblemHttpResult Refuse(string sentence, params IReadOnlyList<object> arguments) =>
            ControlProblem.Field(wording, "media", wording[sentence, arguments]);
    }

    private static Results<FileContentHttpResult, ProblemHttpResult> Show(string mediaId, HttpContext context, MediaStore media, Wording wording)
    {
        if (media.Find(mediaId) is not { } file)
            return ControlProblem.Of(wording, StatusCodes.Status404NotFound, "Problem_NoMedia", "Problem_NoMedia_Detail", mediaId);

        // Only what a browser shows without running it is shown; anything else is saved.
        var disposition = new ContentDispositionHeaderValue(file.Format is null ? "attachment" : "inline");
        disposition.SetHttpFileName(file.FileName);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        context.Response.Headers.CacheControl = "private, max-age=3600";
        return TypedResults.Bytes(file.Content, file.ContentType, enableRangeProcessing: true);
    }
}
