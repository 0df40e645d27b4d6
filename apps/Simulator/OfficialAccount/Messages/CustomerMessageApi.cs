using Hongyan.Simulator.Chat;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>POST /cgi-bin/message/custom/send and typing: customer messages (客服消息).</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html.</remarks>
internal static class CustomerMessageApi
{
    public static void Map(OfficialAccountCalls api)
    {
        api.Call("POST /message/custom/send", Access.Verified, Send);
        api.Call("POST /message/custom/typing", Access.Verified, Type);
    }

    private static ApiAnswer Send(
        ApiRequest request, Followers followers, CustomerMessageReader reader, ReplyWindows windows, ConversationLog chats, DeliveryLog deliveries,
        TypingStates typing, KfStaff staff, SimulatedClock clock)
    {
        var account = request.Account;
        var (follower, unknown) = FindReceiver(request, followers);
        if (follower is null)
            return ApiAnswer.Failed(unknown!);
        var servicer = request.Body.Object("customservice")?.Text("kf_account");
        if (!string.IsNullOrEmpty(servicer) && staff.Find(account, servicer) is null)
            return ApiAnswer.Failed(KfErrors.Unknown);
        var (message, error) = reader.Read(request);
        if (message is null)
            return ApiAnswer.Failed(error!);
        // What cannot be shown must not use up what may be sent.
        if (windows.TryUse(account, follower) is { } closed)
            return ApiAnswer.Failed(closed);

        typing.Stop(account, follower);
        // A message to the follower whose own message the bot is answering belongs to that answer.
        var awaited = deliveries.FindAwaited(account.Name) is { } id && deliveries.Find(id)?.Member == follower.OpenId ? id : (long?)null;
        chats.Add(new() { Id = chats.NextId(), App = account.Name, Member = follower.OpenId, Time = clock.Now, DeliveryId = awaited, Active = message });
        return ApiAnswer.Ok();
    }

    private static ApiAnswer Type(ApiRequest request, Followers followers, TypingStates typing)
    {
        var (follower, unknown) = FindReceiver(request, followers);
        if (follower is null)
            return ApiAnswer.Failed(unknown!);
        switch (request.Body.Text("command"))
        {
            case "Typing":
                return typing.Start(request.Account, follower) is { } error ? ApiAnswer.Failed(error) : ApiAnswer.Ok();
            case "CancelTyping":
                typing.Stop(request.Account, follower);
                return ApiAnswer.Ok();
            default:
                return ApiAnswer.Failed(OfficialAccountErrors.TypingCommand);
        }
    }

    private static (Follower? Follower, ApiError? Error) FindReceiver(ApiRequest request, Followers followers) =>
        followers.Find(request.Account, request.Body.Text("touser") ?? "") switch
        {
            null => (null, OfficialAccountErrors.OpenId),
            { IsBlocked: true } => (null, OfficialAccountErrors.Blocked),
            { FollowedAt: null } => (null, OfficialAccountErrors.NotFollowed),
            { IsFollowing: false } => (null, OfficialAccountErrors.WindowClosed),
            var follower => (follower, null),
        };
}
