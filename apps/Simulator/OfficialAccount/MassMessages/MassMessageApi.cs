using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>POST /cgi-bin/message/mass/… and media/uploadvideo: messages to many (群发).</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html.</remarks>
internal static class MassMessageApi
{
    private const int MaxClientMsgIdBytes = 64;
    private const int MinOpenIds = 2;
    private const int MaxOpenIds = 10_000;
    private static readonly TimeSpan ShortestRetry = TimeSpan.FromMinutes(1);

    public static void Map(OfficialAccountCalls api)
    {
        api.Call("POST /message/mass/sendall", Access.Verified, SendToAll);
        api.Call("POST /message/mass/send", Access.VerifiedService, SendToList);
        api.Call("POST /message/mass/preview", Access.Verified, Preview);
        api.Call("POST /message/mass/get", Access.Verified, Get);
        api.Call("POST /message/mass/delete", Access.Verified, Delete);
        api.Call("POST /message/mass/speed/get", Access.Verified, GetSpeed);
        api.Call("POST /message/mass/speed/set", Access.Verified, SetSpeed);
        api.Call("POST /media/uploadvideo", Access.Verified, UploadVideo);
    }

    private static ApiAnswer SendToAll(
        ApiRequest request, Followers followers, AccountTags tags, MassMessageReader reader, MassQuotas quotas, MassJobs jobs)
    {
        var filter = request.Body.Object("filter");
        var isToAll = filter?["is_to_all"]?.GetValueKind() == JsonValueKind.True;
        if (filter is null || (!isToAll && filter.Number("tag_id") is null))
            return ApiAnswer.Failed(OfficialAccountErrors.Parameter);
        var tag = isToAll ? null : tags.Find(request.Account, filter.Number("tag_id")!.Value);
        if (!isToAll && tag is null)
            return ApiAnswer.Failed(OfficialAccountErrors.TagId);
        var audience = tag is null ? followers.FollowingOf(request.Account) : tags.MembersOf(request.Account, tag.Id);
        return Send(
            request, reader, quotas, jobs, [.. audience.Select(each => each.OpenId)], isToAll,
            tag is null ? "all" : string.Create(CultureInfo.InvariantCulture, $"tag {tag.Id}"));
    }

    private static ApiAnswer SendToList(ApiRequest request, Followers followers, MassMessageReader reader, MassQuotas quotas, MassJobs jobs)
    {
        IReadOnlyList<string> audience = [.. (request.Body.Texts("touser") ?? []).Distinct()];
        if (audience.Count < MinOpenIds)
            return ApiAnswer.Failed(OfficialAccountErrors.TooFewOpenIds);
        if (audience.Count > MaxOpenIds)
            return ApiAnswer.Failed(OfficialAccountErrors.OpenIdListSize);
        return audience.Any(each => followers.Find(request.Account, each) is not { FollowedAt: not null })
            ? ApiAnswer.Failed(OfficialAccountErrors.OpenId)
            : Send(request, reader, quotas, jobs, audience, isToAll: false, string.Join(',', audience));
    }

    private static ApiAnswer Send(
        ApiRequest request, MassMessageReader reader, MassQuotas quotas, MassJobs jobs, IReadOnlyList<string> audience, bool isToAll, string range)
    {
        if (!quotas.TryCall(request.Account))
            return ApiAnswer.Failed(OfficialAccountErrors.MinuteQuota);
        var (content, error) = reader.Read(request);
        if (content is null)
            return ApiAnswer.Failed(error!);
        var given = request.Body.Text("clientmsgid");
        if (given is not null && Utf8.Count(given) > MaxClientMsgIdBytes)
            return ApiAnswer.Failed(OfficialAccountErrors.ClientMsgIdSize);
        // Without an id of the caller's, the platform tells the same send twice by what goes to whom.
        var id = string.IsNullOrEmpty(given) ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{content.Type}|{content.Digest}|{range}"))) : given;
        if (jobs.FindSame(request.Account, id) is { } same)
        {
            return jobs.IsTooFast(same, ShortestRetry)
                ? ApiAnswer.Failed(OfficialAccountErrors.ClientMsgIdTooFast)
                : ApiAnswer.Failed(OfficialAccountErrors.ClientMsgIdExists, Fields(same));
        }
        if (quotas.TrySend(request.Account, isToAll) is { } usedUp)
            return ApiAnswer.Failed(usedUp);
        return ApiAnswer.Done("send job submission success", Fields(jobs.Submit(request.Account, content, audience, isToAll, id)));
    }

    private static (string, JsonNode?)[] Fields(MassJob job) =>
        job.DataId == 0 ? [("msg_id", job.MsgId)] : [("msg_id", job.MsgId), ("msg_data_id", job.DataId)];

    private static ApiAnswer Preview(ApiRequest request, Followers followers, MassMessageReader reader, MassQuotas quotas, MassJobs jobs)
    {
        if (!quotas.TryCall(request.Account))
            return ApiAnswer.Failed(OfficialAccountErrors.MinuteQuota);
        var name = request.Body.Text("towxname");
        // 微信号 of the people here are their names.
        var receiver = string.IsNullOrEmpty(name)
            ? followers.Find(request.Account, request.Body.Text("touser") ?? "")
            : followers.Of(request.Account).FirstOrDefault(each => each.Name == name);
        if (receiver is null)
            return ApiAnswer.Failed(string.IsNullOrEmpty(name) ? OfficialAccountErrors.OpenId : OfficialAccountErrors.WeChatId);
        if (!receiver.IsFollowing)
            return ApiAnswer.Failed(OfficialAccountErrors.NotFollowed);
        var (content, error) = reader.Read(request);
        if (content is null)
            return ApiAnswer.Failed(error!);

        jobs.Deliver(request.Account, receiver, jobs.Preview(content));
        return ApiAnswer.Done("preview success", ("msg_id", jobs.NextId()));
    }

    private static ApiAnswer Get(ApiRequest request, MassJobs jobs) =>
        jobs.Find(request.Account, request.Body.Number("msg_id") ?? 0) is { } job
            ? ApiAnswer.Bare(("msg_id", job.MsgId), ("msg_status", job.State))
            : ApiAnswer.Failed(OfficialAccountErrors.Parameter);

    private static ApiAnswer Delete(ApiRequest request, MassJobs jobs)
    {
        // Only what has a page of its own can be taken away.
        if (jobs.Find(request.Account, request.Body.Number("msg_id") ?? 0) is not { State: "SEND_SUCCESS", Type: "mpnews" or "video" } job)
            return ApiAnswer.Failed(OfficialAccountErrors.Parameter);
        return jobs.Delete(request.Account, job, request.Body.Number("article_idx") ?? 0) ? ApiAnswer.Ok() : ApiAnswer.Failed(OfficialAccountErrors.ArticleIndex);
    }

    private static ApiAnswer GetSpeed(ApiRequest request, MassSpeeds speeds) =>
        ApiAnswer.Bare(("speed", speeds.LevelOf(request.Account)), ("realspeed", speeds.RealOf(request.Account)));

    private static ApiAnswer SetSpeed(ApiRequest request, MassSpeeds speeds) =>
        request.Body.Number("speed") is not { } level ? ApiAnswer.Failed(OfficialAccountErrors.NoSpeed)
        : speeds.TrySet(request.Account, level) ? ApiAnswer.Ok()
        : ApiAnswer.Failed(OfficialAccountErrors.SpeedRange);

    private static ApiAnswer UploadVideo(ApiRequest request, MediaStore media, Materials materials)
    {
        if (request.Body.Text("media_id") is not { Length: > 0 } id)
            return ApiAnswer.Failed(OfficialAccountErrors.NoMediaId);
        if (media.FindValid(id) is not { Kind: MediaKind.Video } file)
            return ApiAnswer.Failed(OfficialAccountErrors.MediaId);
        var video = media.Add(MediaKind.Video, file.FileName, file.Content);
        materials.NameVideo(video.MediaId, request.Body.Text("title") ?? "", request.Body.Text("description") ?? "");
        return ApiAnswer.Bare(("type", "video"), ("media_id", video.MediaId), ("created_at", video.CreatedAt.ToUnixTimeSeconds()));
    }
}
