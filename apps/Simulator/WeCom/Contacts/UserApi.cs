using Hongyan.Simulator.Hosting;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>/cgi-bin/user/…: one member at a time (成员管理).</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90195 to 90199, 90202, 90203, 95402, 95895.</remarks>
internal static class UserApi
{
    private const int MaxDeleted = 200;

    public static void Map(RouteGroupBuilder api)
    {
        api.Call("POST /user/create", ApiModule.ContactsWrite, Create);
        api.Call("POST /user/update", ApiModule.ContactsWrite, Update);
        api.Call("GET /user/delete", ApiModule.ContactsWrite, Delete);
        api.Call("POST /user/batchdelete", ApiModule.ContactsWrite, DeleteMany);
        api.Call("GET /user/get", ApiModule.ContactsRead, Get);
        api.Call("POST /user/convert_to_openid", ApiModule.ContactsRead, ConvertToOpenId);
        api.Call("POST /user/convert_to_userid", ApiModule.ContactsRead, ConvertToUserId);
        api.Call("POST /user/getuserid", ApiModule.ContactsRead, FindByMobile);
        api.Call("POST /user/get_userid_by_email", ApiModule.ContactsRead, FindByEmail);
        api.Call("GET /user/authsucc", ApiModule.ContactsRead, ConfirmVerification);
    }

    private static ApiAnswer Create(ApiRequest request, SimulatedWorld world, MediaStore media, SimulatorAddress address)
    {
        var user = Read(request, address);
        if (string.IsNullOrEmpty(user.UserId))
            return ApiAnswer.Failed(ContactErrors.NoUserId);
        if (user.FindProblem(media) is { } error)
            return ApiAnswer.Failed(error);
        // Somebody new has been invited and has not signed in.
        var member = user.ApplyTo(new()
        {
            UserId = user.UserId,
            Name = "",
            Departments = [],
            Status = user.Enable == 0 ? MemberStatus.Disabled : MemberStatus.NotActivated,
        });
        if (member.Mobile.Length == 0 && member.Email.Length == 0)
            return ApiAnswer.Failed(ContactErrors.NoMobileAndEmail);
        return world.Contacts.Add(member) is { } problem ? ApiAnswer.Failed(ContactErrors.Of(problem)) : ApiAnswer.Done("created");
    }

    private static ApiAnswer Update(ApiRequest request, SimulatedWorld world, MediaStore media, SimulatorAddress address)
    {
        var user = Read(request, address);
        if (string.IsNullOrEmpty(user.UserId))
            return ApiAnswer.Failed(ContactErrors.NoUserId);
        if (user.FindProblem(media) is { } error)
            return ApiAnswer.Failed(error);
        // Ids that the platform made up could be changed once; here every id was chosen by somebody.
        if (user.NewUserId is { Length: > 0 } another && !string.Equals(another, user.UserId, StringComparison.Ordinal))
            return ApiAnswer.Failed(ContactErrors.UserIdStays);
        return world.Contacts.ChangeMember(user.UserId, user.ApplyTo) is { } problem ? ApiAnswer.Failed(ContactErrors.Of(problem)) : ApiAnswer.Done("updated");
    }

    private static UserBody Read(ApiRequest request, SimulatorAddress address)
    {
        var user = request.Read<UserBody>();
        return user.AvatarMediaId is { Length: > 0 } avatar ? user with { AvatarUrl = address.Of($"/sim/media/{avatar}") } : user;
    }

    private static ApiAnswer Delete(ApiRequest request, SimulatedWorld world) =>
        request.Query("userid") is not { } userId ? ApiAnswer.Failed(ContactErrors.NoUserId)
        : world.Contacts.RemoveMember(userId) is { } problem ? ApiAnswer.Failed(ContactErrors.Of(problem))
        : ApiAnswer.Done("deleted");

    private static ApiAnswer DeleteMany(ApiRequest request, SimulatedWorld world)
    {
        var userIds = request.Body.Texts("useridlist") ?? [];
        if (userIds.Count == 0)
            return ApiAnswer.Failed(ContactErrors.UserIdList);
        if (userIds.Count > MaxDeleted)
            return ApiAnswer.Failed(ContactErrors.UserIdListLength);
        // One that does not exist, and nobody is deleted.
        if (userIds.Any(userId => world.FindMember(userId) is null))
            return ApiAnswer.Failed(ContactErrors.Of(ContactRules.NoMember));
        foreach (var userId in userIds)
            world.Contacts.RemoveMember(userId);
        return ApiAnswer.Done("deleted");
    }

    private static ApiAnswer Get(ApiRequest request, SimulatedWorld world)
    {
        if (request.Query("userid") is not { } userId)
            return ApiAnswer.Failed(ContactErrors.NoUserId);
        if (world.FindMember(userId) is not { } member)
            return ApiAnswer.Failed(ContactErrors.Of(ContactRules.NoMember));
        if (!request.Caller.Sees(world, member))
            return ApiAnswer.Failed(ContactErrors.NotInScope);
        return ApiAnswer.Ok([.. UserFields.Of(member, request.Caller)]);
    }

    private static ApiAnswer ConvertToOpenId(ApiRequest request, SimulatedWorld world)
    {
        if (request.Body.Text("userid") is not { Length: > 0 } userId)
            return ApiAnswer.Failed(ContactErrors.NoUserId);
        if (world.FindMember(userId) is not { } member)
            return ApiAnswer.Failed(ContactErrors.Of(ContactRules.NoMember));
        // Who has not signed in has no WeChat connected.
        return member.IsActive ? ApiAnswer.Ok(("openid", OpenIds.Of(member))) : ApiAnswer.Failed(ContactErrors.NoWeChat);
    }

    private static ApiAnswer ConvertToUserId(ApiRequest request, SimulatedWorld world) =>
        request.Body.Text("openid") is { Length: > 0 } openId && world.Members.FirstOrDefault(member => OpenIds.Of(member) == openId) is { } found
            ? ApiAnswer.Ok(("userid", found.UserId))
            : ApiAnswer.Failed(ContactErrors.NoWeChat);

    private static ApiAnswer FindByMobile(ApiRequest request, SimulatedWorld world) =>
        request.Body.Text("mobile") is { Length: > 0 } mobile
            ? Found(request, world, member => member.Mobile == mobile)
            : ApiAnswer.Failed(ContactErrors.WrongMobile);

    private static ApiAnswer FindByEmail(ApiRequest request, SimulatedWorld world)
    {
        var isPersonal = request.Body.Number("email_type") == 2;
        return request.Body.Text("email") is { Length: > 0 } email
            ? Found(request, world, member => string.Equals(isPersonal ? member.Email : member.BizMail, email, StringComparison.OrdinalIgnoreCase))
            : ApiAnswer.Failed(ContactErrors.WrongEmail);
    }

    private static ApiAnswer Found(ApiRequest request, SimulatedWorld world, Func<Member, bool> isThis) =>
        world.Members.FirstOrDefault(member => isThis(member) && request.Caller.Sees(world, member)) is { } found
            ? ApiAnswer.Ok(("userid", found.UserId))
            : ApiAnswer.Failed(ContactErrors.UserNotFound);

    private static ApiAnswer ConfirmVerification(ApiRequest request, SimulatedWorld world)
    {
        if (request.Query("userid") is not { } userId)
            return ApiAnswer.Failed(ContactErrors.NoUserId);
        // The member was waiting at the first sign-in, and is let in.
        return world.Contacts.ChangeMember(userId, LetIn) is { } problem ? ApiAnswer.Failed(ContactErrors.Of(problem)) : ApiAnswer.Ok();

        static Member LetIn(Member member) => member.Status == MemberStatus.NotActivated ? member with { Status = MemberStatus.Active } : member;
    }
}
