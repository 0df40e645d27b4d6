using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>
/// Groups that the application makes and writes in (应用推送消息到群聊会话). The application's visible range must be the root department, and
/// only the application that made a group can use it.
/// </summary>
public sealed class WeComAppChats
{
    private const string CreatePage = "developer.work.weixin.qq.com/document/path/90245";
    private const string UpdatePage = "developer.work.weixin.qq.com/document/path/90246";
    private const string SendPage = "developer.work.weixin.qq.com/document/path/90248";
    private const int MaxNameCharacters = 50;
    private const int MaxChatIdBytes = 32;
    private const int MinMembers = 2;
    private const int MaxMembers = 2000;

    private readonly PlatformCalls _calls;

    internal WeComAppChats(PlatformCalls calls) => _calls = calls;

    /// <summary>Makes a group (创建群聊会话).</summary>
    /// <remarks>
    /// https://developer.work.weixin.qq.com/document/path/90245. 1000 a day for the whole corp. Members see the group after the first message.
    /// </remarks>
    /// <param name="chat">Name and members.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The id of the group (chatid).</returns>
    /// <exception cref="FieldLimitException">A field is too long, or there are fewer than two members.</exception>
    [Endpoint("POST /cgi-bin/appchat/create")]
    public async Task<string> CreateAsync(NewAppChat chat, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(chat);
        var check = new LimitCheck("a group", CreatePage);
        check.Characters("NewAppChat.Name", chat.Name, MaxNameCharacters);
        check.Count("NewAppChat.MemberIds", chat.MemberIds.Count, MinMembers, MaxMembers);
        check.Optional("NewAppChat.ChatId", chat.ChatId, MaxChatIdBytes);

        var body = new CreateAppChatBody { Name = chat.Name, OwnerId = chat.OwnerId, MemberIds = chat.MemberIds, ChatId = chat.ChatId };
        var answer = await _calls.ChangeAsync(
            "/cgi-bin/appchat/create", body, WeComAppChatsJson.Default.CreateAppChatBody, WeComAppChatsJson.Default.CreateAppChatAnswer,
            cancellationToken).ConfigureAwait(false);
        return answer.ChatId ?? "";
    }

    /// <summary>Changes name, owner or members of a group (修改群聊会话).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90246. 100 changes an hour for the whole corp.</remarks>
    /// <param name="chatId">The id of the group.</param>
    /// <param name="change">What changes.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/appchat/update")]
    public Task UpdateAsync(string chatId, AppChatChange change, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(chatId);
        ArgumentNullException.ThrowIfNull(change);
        var check = new LimitCheck("a change of a group", UpdatePage);
        check.Characters("AppChatChange.Name", change.Name, MaxNameCharacters);
        check.Count("AppChatChange.AddedMemberIds", change.AddedMemberIds.Count, 0, MaxMembers);
        check.Count("AppChatChange.RemovedMemberIds", change.RemovedMemberIds.Count, 0, MaxMembers);

        var body = new UpdateAppChatBody
        {
            ChatId = chatId,
            Name = change.Name,
            OwnerId = change.OwnerId,
            AddedMemberIds = change.AddedMemberIds.Count == 0 ? null : change.AddedMemberIds,
            RemovedMemberIds = change.RemovedMemberIds.Count == 0 ? null : change.RemovedMemberIds,
        };
        return _calls.ChangeAsync("/cgi-bin/appchat/update", body, WeComAppChatsJson.Default.UpdateAppChatBody, cancellationToken);
    }

    /// <summary>Reads name, owner and members of a group (获取群聊会话).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90247</remarks>
    /// <param name="chatId">The id of the group.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/appchat/get")]
    public async Task<AppChat> GetAsync(string chatId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(chatId);
        var answer = await _calls.ReadAsync(
            $"/cgi-bin/appchat/get?chatid={Uri.EscapeDataString(chatId)}", WeComAppChatsJson.Default.GetAppChatAnswer, cancellationToken)
            .ConfigureAwait(false);
        return new AppChat
        {
            ChatId = answer.Chat?.ChatId ?? chatId,
            Name = answer.Chat?.Name ?? "",
            OwnerId = answer.Chat?.OwnerId ?? "",
            MemberIds = answer.Chat?.MemberIds ?? [],
        };
    }

    /// <summary>Sends a message into a group (应用推送消息).</summary>
    /// <remarks>
    /// https://developer.work.weixin.qq.com/document/path/90248. Lengths are checked before anything is sent. Per member 200 a minute and
    /// 10,000 a day; the platform drops what is more without a word.
    /// </remarks>
    /// <param name="chatId">The id of the group.</param>
    /// <param name="push">What; a string is text.</param>
    /// <param name="confidentiality">Whether it may be passed on.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">A field is too long or empty.</exception>
    [Endpoint("POST /cgi-bin/appchat/send")]
    public Task SendAsync(
        string chatId, GroupPush push, Confidentiality confidentiality = Confidentiality.None, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(chatId);
        ArgumentNullException.ThrowIfNull(push);
        push.Check(new LimitCheck("a message to a group", SendPage));
        return _calls.ChangeAsync(
            "/cgi-bin/appchat/send",
            json =>
            {
                json.WriteString("chatid"u8, chatId);
                push.Write(json);
                json.WriteNumber("safe"u8, (int)confidentiality);
            },
            PlatformJson.Default.JsonElement, cancellationToken);
    }
}
