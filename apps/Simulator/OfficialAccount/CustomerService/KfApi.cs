using System.Text.Json.Nodes;
using Hongyan.Simulator.Control;
using Hongyan.Simulator.Hosting;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>/customservice/kfaccount/… and /cgi-bin/customservice/…: the servicers (客服账号).</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html.</remarks>
internal static class KfApi
{
    private const int MaxPictureBytes = 5 * 1024 * 1024;

    public static void Map(OfficialAccountCalls api)
    {
        var customService = api.In("/customservice");
        customService.Call("POST /kfaccount/add", Access.Verified, (ApiRequest request, KfStaff staff) =>
            AnswerOf(staff.Add(request.Account, request.Body.Text("kf_account"), request.Body.Text("nickname"))));
        customService.Call("POST /kfaccount/update", Access.Verified, (ApiRequest request, KfStaff staff) =>
            AnswerOf(staff.Rename(request.Account, request.Body.Text("kf_account"), request.Body.Text("nickname"))));
        customService.Call("GET /kfaccount/del", Access.Verified, Delete);
        customService.Call("POST /kfaccount/inviteworker", Access.Verified, (ApiRequest request, KfStaff staff) =>
            AnswerOf(staff.Invite(request.Account, request.Body.Text("kf_account"), request.Body.Text("invite_wx"))));
        customService.Upload("/kfaccount/uploadheadimg", Access.Verified, UploadAsync);
        api.Call("GET /customservice/getkflist", Access.Verified, List);
        api.Call("GET /customservice/getonlinekflist", Access.Verified, ListOnline);
    }

    private static ApiAnswer Delete(ApiRequest request, KfStaff staff, KfDesk desk)
    {
        var name = request.Query("kf_account");
        if (staff.Remove(request.Account, name) is { } error)
            return ApiAnswer.Failed(error);
        desk.Forget(request.Account, name!);
        return ApiAnswer.Ok();
    }

    private static async Task<ApiAnswer> UploadAsync(ApiRequest request, KfStaff staff, MediaStore media, CancellationToken cancellationToken)
    {
        var file = await MultipartUpload.ReadAsync(request.Http, MaxPictureBytes, cancellationToken);
        if (file is null)
            return ApiAnswer.Failed(OfficialAccountErrors.NoMedia);
        request.Received(file);
        if (staff.Find(request.Account, request.Query("kf_account")) is not { } servicer)
            return ApiAnswer.Failed(KfErrors.Unknown);
        if (file.IsTooLarge)
            return ApiAnswer.Failed(OfficialAccountErrors.ImageSize);
        if (MediaFormat.Of(file.Content)?.Name is not ("jpg" or "png"))
            return ApiAnswer.Failed(OfficialAccountErrors.FileType);
        var stored = media.Add(MediaKind.Image, file.FileName, file.Content);
        return AnswerOf(staff.Change(request.Account, servicer.Name, each => each with { Picture = stored.MediaId }));
    }

    private static ApiAnswer List(ApiRequest request, KfStaff staff, SimulatedClock clock, SimulatorAddress address) => ApiAnswer.Bare(
        ("kf_list", new JsonArray([.. staff.Of(request.Account).Select(each => Write(each, clock.Now, address))])));

    private static ApiAnswer ListOnline(ApiRequest request, KfStaff staff, KfDesk desk) => ApiAnswer.Bare(
        ("kf_online_list", new JsonArray([.. staff.Of(request.Account).Where(each => each.IsOnline).Select(each => new JsonObject
        {
            ["kf_account"] = each.Name, ["status"] = 1, ["kf_id"] = each.Id,
            ["accepted_case"] = desk.SessionsOf(request.Account).Count(session => session.KfAccount == each.Name),
        })])));

    private static JsonObject Write(KfAccount servicer, DateTimeOffset now, SimulatorAddress address)
    {
        var written = new JsonObject
        {
            ["kf_account"] = servicer.Name, ["kf_nick"] = servicer.Nickname, ["kf_id"] = servicer.Id,
            ["kf_headimgurl"] = servicer.Picture.Length == 0 ? "" : address.Of(MemberMedia.PathOf(servicer.Picture)),
        };
        if (servicer.WeChat.Length > 0)
        {
            written["kf_wx"] = servicer.WeChat;
        }
        else if (servicer.InvitationEndsAt is { } end)
        {
            written["invite_wx"] = servicer.Invited;
            written["invite_expire_time"] = end.ToUnixTimeSeconds();
            written["invite_status"] = now < end ? "waiting" : "expired";
        }
        return written;
    }

    private static ApiAnswer AnswerOf(ApiError? error) => error is null ? ApiAnswer.Ok() : ApiAnswer.Failed(error);
}
