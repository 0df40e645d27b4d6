using Hongyan.Simulator.Hosting;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>POST /cgi-bin/media/upload and GET /cgi-bin/media/get: temporary media (临时素材).</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Asset_Management/New_temporary_materials.html.</remarks>
internal static class AccountMediaApi
{
    public static void Map(OfficialAccountCalls api)
    {
        api.Upload("/media/upload", Access.Verified, UploadAsync);
        api.Call("GET /media/get", Access.Verified, Get);
    }

    private static async Task<ApiAnswer> UploadAsync(ApiRequest request, MediaStore media, CancellationToken cancellationToken)
    {
        var type = request.Query("type");
        if (MaterialRules.KindOf(type) is not { } kind)
            return ApiAnswer.Failed(OfficialAccountErrors.MediaType);
        var file = await MultipartUpload.ReadAsync(request.Http, MaterialRules.MaxBytes(type!), cancellationToken);
        if (file is null)
            return ApiAnswer.Failed(OfficialAccountErrors.NoMedia);
        request.Received(file);
        if (file.Note is { } note)
            request.Remark(note);
        if (MaterialRules.Check(type!, file, isPermanent: false) is { } error)
            return ApiAnswer.Failed(error);

        var stored = media.Add(kind, file.FileName, file.Content);
        return ApiAnswer.Bare(
            ("type", type), (type == "thumb" ? "thumb_media_id" : "media_id", stored.MediaId), ("created_at", stored.CreatedAt.ToUnixTimeSeconds()));
    }

    private static IResult Get(HttpContext context, ApiRequest request, MediaStore media, SimulatorAddress address)
    {
        if (request.Query("media_id") is not { } mediaId)
            return ApiAnswer.Failed(OfficialAccountErrors.NoMediaId);
        if (media.FindValid(mediaId) is not { } file)
            return ApiAnswer.Failed(OfficialAccountErrors.MediaId);
        // A video is fetched from an address of its own.
        if (file.Kind == MediaKind.Video)
            return ApiAnswer.Bare(("video_url", address.Of(Control.MemberMedia.PathOf(mediaId))));

        context.Features.Get<ApiCallFacts>()!.Answered(file);
        context.Response.Headers["Content-disposition"] = $"attachment; filename=\"{file.FileName}\"";
        return TypedResults.Bytes(file.Content, file.ContentType, enableRangeProcessing: true);
    }
}
