using System.Globalization;

namespace Hongyan.Simulator.WeCom;

/// <summary>POST /cgi-bin/media/upload and GET /cgi-bin/media/get: temporary media (临时素材); POST /cgi-bin/media/uploadimg: pictures of pages.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90253, 90254 and 90256.</remarks>
internal static class MediaApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.Upload("/media/upload", UploadAsync);
        api.Upload("/media/uploadimg", UploadPictureAsync);
        api.Call("GET /media/get", null, Get);
    }

    private static async Task<ApiAnswer> UploadAsync(ApiRequest request, MediaStore media, CancellationToken cancellationToken)
    {
        if (KindOf(request.Query("type")) is not { } kind)
            return ApiAnswer.Failed(WeComErrors.TypeParameter);

        var (file, error) = await ReceiveAsync(request, kind, MediaLimit.Of(kind), cancellationToken);
        if (file is null)
            return ApiAnswer.Failed(error!);

        var stored = media.Add(kind, file.FileName, file.Content);
        return ApiAnswer.Ok(
            ("type", request.Query("type")),
            ("media_id", stored.MediaId),
            ("created_at", stored.CreatedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
    }

    private static async Task<ApiAnswer> UploadPictureAsync(
        HttpContext context, ApiRequest request, MediaStore media, CancellationToken cancellationToken)
    {
        var (file, error) = await ReceiveAsync(request, MediaKind.Image, MediaLimit.PagePicture, cancellationToken);
        if (file is null)
            return ApiAnswer.Failed(error!);
        var stored = media.Add(MediaKind.Image, file.FileName, file.Content);
        return ApiAnswer.Ok(("url", $"{context.Request.Scheme}://{context.Request.Host}/sim/media/{stored.MediaId}"));
    }

    /// <summary>Reads the file of an upload, or says what is wrong with it.</summary>
    public static async Task<(UploadedFile? File, ApiError? Error)> ReceiveAsync(
        ApiRequest request, MediaKind kind, int maxLength, CancellationToken cancellationToken)
    {
        var file = await MultipartUpload.ReadAsync(request.Http, maxLength, cancellationToken);
        if (file is not null)
            request.Received(file);
        if (file?.Note is { } note)
            request.Remark(note);
        return Check(kind, file) is { } error ? (null, error) : (file, null);
    }

    private static IResult Get(HttpContext context, ApiRequest request, MediaStore media)
    {
        if (request.Query("media_id") is not { } mediaId)
            return ApiAnswer.Failed(WeComErrors.NoMediaId);
        if (media.FindValid(mediaId) is not { } file)
            return ApiAnswer.Failed(WeComErrors.WrongMediaId);

        context.Features.Get<ApiCallFacts>()!.Answered(file);
        // As the platform writes it: raw UTF-8 between the quotes, and this spelling.
        context.Response.Headers["Content-disposition"] = $"attachment; filename=\"{file.FileName}\"";
        return TypedResults.Bytes(file.Content, file.ContentType, enableRangeProcessing: true);
    }

    private static ApiError? Check(MediaKind kind, UploadedFile? file) => file switch
    {
        null or { Content.Length: 0 } => WeComErrors.NoMedia,
        { IsTooLarge: true } => kind == MediaKind.Image ? WeComErrors.ImageSize : WeComErrors.MediaTooLarge,
        { Content.Length: <= MediaLimit.TooSmall } => WeComErrors.FileTooSmall,
        _ when MediaFormat.Of(file.Content)?.FitsUpload(kind) != true && kind != MediaKind.File => kind switch
        {
            MediaKind.Image => WeComErrors.ImageFormat,
            MediaKind.Voice => WeComErrors.VoiceFormat,
            _ => WeComErrors.MediaType,
        },
        _ when kind == MediaKind.Voice && AmrDuration.Of(file.Content).TotalSeconds > MediaLimit.VoiceSeconds => WeComErrors.VoiceTooLong,
        _ => null,
    };

    /// <summary>The kind that a type parameter names, or null.</summary>
    public static MediaKind? KindOf(string? type) => type switch
    {
        "image" => MediaKind.Image,
        "voice" => MediaKind.Voice,
        "video" => MediaKind.Video,
        "file" => MediaKind.File,
        _ => null,
    };
}
