using System.Text.Json;
using System.Text.Json.Nodes;
using Hongyan.Simulator.Hosting;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>POST /cgi-bin/material/… and media/uploadimg: permanent material (永久素材).</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Asset_Management/Adding_Permanent_Assets.html and the pages beside it.</remarks>
internal static class MaterialApi
{
    private const int LargestPage = 20;
    private const int ArticlePictureBytes = 1024 * 1024;

    public static void Map(OfficialAccountCalls api)
    {
        api.Upload("/material/add_material", Access.Verified, AddAsync);
        api.Upload("/media/uploadimg", Access.Verified, AddArticlePictureAsync);
        api.Call("POST /material/get_material", Access.Verified, Get);
        api.Call("POST /material/del_material", Access.Verified, Delete);
        api.Call("GET /material/get_materialcount", Access.Verified, Count);
        api.Call("POST /material/batchget_material", Access.Verified, List);
        api.Call("POST /material/add_news", Access.Verified, () => ApiAnswer.Failed(OfficialAccountErrors.Withdrawn));
        api.Call("POST /material/update_news", Access.Verified, () => ApiAnswer.Failed(OfficialAccountErrors.Withdrawn));
    }

    private static async Task<ApiAnswer> AddAsync(
        ApiRequest request, MediaStore media, Materials materials, SimulatorAddress address, SimulatedClock clock, CancellationToken cancellationToken)
    {
        var type = request.Query("type");
        if (MaterialRules.KindOf(type) is not { } kind)
            return ApiAnswer.Failed(OfficialAccountErrors.MediaType);
        var (file, description) = await MultipartUpload.ReadAsync(
            request.Http, MaterialRules.MaxBytes(type!), type == "video" ? "description" : null, cancellationToken);
        if (file is null)
            return ApiAnswer.Failed(OfficialAccountErrors.NoMedia);
        request.Received(file);
        if (file.Note is { } note)
            request.Remark(note);
        if (MaterialRules.Check(type!, file, isPermanent: true) is { } error)
            return ApiAnswer.Failed(error);
        var video = type == "video" ? ReadDescription(description) : new();
        if (video is null)
            return ApiAnswer.Failed(OfficialAccountErrors.Parameter);
        if (!materials.HasRoom(request.Account, type!) || media.AddPermanent(kind, file.FileName, file.Content) is not { } kept)
            return ApiAnswer.Failed(OfficialAccountErrors.MaterialCount);

        var url = kind == MediaKind.Image ? address.Of(Control.MemberMedia.PathOf(kept.MediaId)) : "";
        materials.Add(request.Account, new(kept.MediaId, type!, kept.FileName, url, clock.Now)
        {
            Title = video.Text("title") ?? "", Introduction = video.Text("introduction") ?? "",
        });
        return url.Length == 0 ? ApiAnswer.Bare(("media_id", kept.MediaId)) : ApiAnswer.Bare(("media_id", kept.MediaId), ("url", url));
    }

    // A video without a title is not taken.
    private static JsonObject? ReadDescription(string? description)
    {
        try
        {
            return description is not null && JsonNode.Parse(description) is JsonObject fields && fields.Text("title") is { Length: > 0 } ? fields : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<ApiAnswer> AddArticlePictureAsync(
        ApiRequest request, MediaStore media, SimulatorAddress address, CancellationToken cancellationToken)
    {
        if (await MultipartUpload.ReadAsync(request.Http, ArticlePictureBytes, cancellationToken) is not { } file)
            return ApiAnswer.Failed(OfficialAccountErrors.NoMedia);
        request.Received(file);
        if (file.Content.Length == 0)
            return ApiAnswer.Failed(OfficialAccountErrors.EmptyMedia);
        if (file.IsTooLarge)
            return ApiAnswer.Failed(OfficialAccountErrors.ImageSize);
        if (MediaFormat.Of(file.Content)?.Name is not ("jpg" or "png"))
            return ApiAnswer.Failed(OfficialAccountErrors.FileType);
        // Such a picture is not counted as material, and has an address in place of a media_id.
        return media.AddPermanent(MediaKind.Image, file.FileName, file.Content) is { } kept
            ? ApiAnswer.Bare(("url", address.Of(Control.MemberMedia.PathOf(kept.MediaId))))
            : ApiAnswer.Failed(OfficialAccountErrors.MaterialCount);
    }

    private static IResult Get(HttpContext context, ApiRequest request, MediaStore media, Materials materials, Drafts drafts, SimulatorAddress address)
    {
        var mediaId = request.Body.Text("media_id") ?? "";
        if (mediaId.Length == 0)
            return ApiAnswer.Failed(OfficialAccountErrors.NoMediaId);
        if (drafts.Find(request.Account, mediaId) is { } draft)
            return ApiAnswer.Bare(("news_item", NewsJson.Of(draft, address)), ("create_time", draft.CreatedAt.ToUnixTimeSeconds()), ("update_time", draft.UpdatedAt.ToUnixTimeSeconds()));
        if (materials.Find(request.Account, mediaId) is not { } material || media.Find(mediaId) is not { } file)
            return ApiAnswer.Failed(OfficialAccountErrors.MediaId);
        if (material.Type == "video")
        {
            return ApiAnswer.Bare(
                ("title", material.Title), ("description", material.Introduction), ("down_url", address.Of(Control.MemberMedia.PathOf(mediaId))));
        }
        context.Features.Get<ApiCallFacts>()!.Answered(file);
        context.Response.Headers["Content-disposition"] = $"attachment; filename=\"{file.FileName}\"";
        return TypedResults.Bytes(file.Content, file.ContentType, enableRangeProcessing: true);
    }

    private static ApiAnswer Delete(ApiRequest request, Materials materials) =>
        request.Body.Text("media_id") is not { Length: > 0 } mediaId ? ApiAnswer.Failed(OfficialAccountErrors.NoMediaId)
        : materials.Remove(request.Account, mediaId) ? ApiAnswer.Ok()
        : ApiAnswer.Failed(OfficialAccountErrors.MediaId);

    private static ApiAnswer Count(ApiRequest request, Materials materials) => ApiAnswer.Bare(
        ("voice_count", materials.Of(request.Account, "voice").Count), ("video_count", materials.Of(request.Account, "video").Count),
        ("image_count", materials.Of(request.Account, "image").Count), ("news_count", 0));

    private static ApiAnswer List(ApiRequest request, Materials materials)
    {
        var type = request.Body.Text("type");
        if (type is not ("image" or "voice" or "video" or "news"))
            return ApiAnswer.Failed(OfficialAccountErrors.MediaType);
        if (Page.Read(request, LargestPage) is not { } page)
            return ApiAnswer.Failed(OfficialAccountErrors.Parameter);
        // 图文 have moved into the draft box.
        var all = type == "news" ? [] : materials.Of(request.Account, type);
        var items = page.Of(all).Select(each => (JsonNode)new JsonObject
        {
            ["media_id"] = each.MediaId, ["name"] = each.Name, ["update_time"] = each.UpdatedAt.ToUnixTimeSeconds(), ["url"] = each.Url,
        }).ToArray();
        return ApiAnswer.Bare(("item", new JsonArray(items)), ("total_count", all.Count), ("item_count", items.Length));
    }
}
