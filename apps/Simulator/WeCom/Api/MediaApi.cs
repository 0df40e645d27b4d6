using System.Globalization;
using Hongyan.Simulator.Hosting;

namespace Hongyan.Simulator.WeCom;

/// <summary>POST /cgi-bin/media/upload and GET /cgi-bin/media/get: temporary media (临时素材).</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90253 and 90254.</remarks>
internal static class MediaApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.Map("/media/upload", UploadAsync).WithMetadata(BodyLimit.ForMedia);
        api.Map("/media/get", Get);
    }

    private static async Task<ApiAnswer> UploadAsync(
        HttpContext context, AccessTokens tokens, MediaStore media, CancellationToken cancellationToken, string? access_token = null, string? type = null)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
            return ApiAnswer.Failed(ApiError.NotPost);
        if (Identify(context, tokens, access_token) is { } refusal)
            return ApiAnswer.Failed(refusal);
        if (KindOf(type) is not { } kind)
            return ApiAnswer.Failed(ApiError.TypeParameter);

        var file = await MultipartUpload.ReadAsync(context.Request, MediaLimit.Of(kind), cancellationToken);
        if (file?.Note is { } note)
            context.Features.Get<ApiCallFacts>()!.Remark(note);
        if (Check(kind, file) is { } error)
            return ApiAnswer.Failed(error);

        var stored = media.Add(kind, file!.FileName, file.Content);
        return ApiAnswer.Ok(
            ("type", type!),
            ("media_id", stored.MediaId),
            ("created_at", stored.CreatedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
    }

    private static IResult Get(HttpContext context, AccessTokens tokens, MediaStore media, string? access_token = null, string? media_id = null)
    {
        if (!HttpMethods.IsGet(context.Request.Method))
            return ApiAnswer.Failed(ApiError.NotGet);
        if (Identify(context, tokens, access_token) is { } refusal)
            return ApiAnswer.Failed(refusal);
        if (string.IsNullOrEmpty(media_id))
            return ApiAnswer.Failed(ApiError.NoMediaId);
        if (media.FindValid(media_id) is not { } file)
            return ApiAnswer.Failed(ApiError.WrongMediaId);

        // As the platform writes it: raw UTF-8 between the quotes, and this spelling.
        context.Response.Headers["Content-disposition"] = $"attachment; filename=\"{file.FileName}\"";
        return TypedResults.Bytes(file.Content, file.ContentType, enableRangeProcessing: true);
    }

    private static ApiError? Identify(HttpContext context, AccessTokens tokens, string? token)
    {
        var (app, error) = tokens.Check(token);
        context.Features.Get<ApiCallFacts>()!.App = app;
        return error;
    }

    private static ApiError? Check(MediaKind kind, UploadedFile? file) => file switch
    {
        null or { Content.Length: 0 } => ApiError.NoMedia,
        { IsTooLarge: true } => kind == MediaKind.Image ? ApiError.ImageSize : ApiError.MediaTooLarge,
        { Content.Length: <= MediaLimit.TooSmall } => ApiError.FileTooSmall,
        _ when MediaFormat.Of(file.Content)?.FitsUpload(kind) != true && kind != MediaKind.File => kind switch
        {
            MediaKind.Image => ApiError.ImageFormat,
            MediaKind.Voice => ApiError.VoiceFormat,
            _ => ApiError.MediaType,
        },
        _ when kind == MediaKind.Voice && AmrDuration.Of(file.Content).TotalSeconds > MediaLimit.VoiceSeconds => ApiError.VoiceTooLong,
        _ => null,
    };

    private static MediaKind? KindOf(string? type) => type switch
    {
        "image" => MediaKind.Image,
        "voice" => MediaKind.Voice,
        "video" => MediaKind.Video,
        "file" => MediaKind.File,
        _ => null,
    };
}
