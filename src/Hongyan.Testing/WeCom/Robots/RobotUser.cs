using System.Globalization;

namespace Hongyan.Testing;

/// <summary>A person of the company who talks with a robot (智能机器人), alone or in a group.</summary>
/// <remarks>
/// An answer that streams is asked for until it ends, as the platform does; the answer is then the whole, and
/// <see cref="BotReply.Snapshots"/> is what could be read on the way. What comes after six minutes of the test's clock comes through
/// <c>response_url</c>, out of <see cref="Person.ReceivesAsync"/>.
/// </remarks>
/// <example>
/// <code>
/// await using var host = await BotTestHost.StartRobotAsync(bot => bot.OnText("天气 {city}", (string city) => $"{city}：晴"));
/// var zhangsan = host.RobotUser("zhangsan");
/// Assert.Equal("广州：晴", await zhangsan.SaysAsync("天气 广州"));
/// Assert.Equal("广州：晴", await zhangsan.InGroup("项目群").SaysAsync("天气 广州"));
/// </code>
/// </example>
public sealed class RobotUser : Person
{
    private readonly string? _chat;
    private readonly string _robotName;

    internal RobotUser(TestAccount account, string id, string? chat, string robotName)
        : base(account, id)
    {
        _chat = chat;
        _robotName = robotName;
    }

    internal override string? Chat => _chat;

    /// <summary>The same person in a group with the robot. Whatever is said there begins with the mention of it, unless it mentions it already.</summary>
    /// <param name="chatId">The group (chatid); any name will do.</param>
    public RobotUser InGroup(string chatId)
    {
        ArgumentException.ThrowIfNullOrEmpty(chatId);
        return (RobotUser)Account.Find(Id, chatId);
    }

    /// <inheritdoc/>
    public override Task<BotReply> SendsAsync(MemberAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return base.SendsAsync(_chat is null ? action : WithMention(action));
    }

    /// <summary>Sends what the platform might send one day, such as an event that this version does not know.</summary>
    /// <param name="members">
    /// What stands in the decrypted JSON (明文) behind msgid, aibotid, chattype, from and response_url, without the braces:
    /// <c>"msgtype":"event","event":{"eventtype":"brand_new"}</c>.
    /// </param>
    /// <exception cref="System.Text.Json.JsonException">That is not JSON.</exception>
    public Task<BotReply> SendsJsonAsync(string members)
    {
        ArgumentNullException.ThrowIfNull(members);
        return DeliverAsync(Account.Write(this, members, "JSON"));
    }

    /// <summary>Sends a picture (图片). A handler that downloads it gets a small JPEG, encrypted as the platform does.</summary>
    public Task<BotReply> SendsImageAsync(string? url = null) => SendsFileOfAsync("image", "picUrl", url);

    /// <summary>Speaks (语音): a robot gets the words only.</summary>
    /// <param name="words">What the platform understood.</param>
    public Task<BotReply> SendsVoiceAsync(string words) => SendsAsync(Of("voice").With("recognition", words));

    /// <summary>Sends a video (视频). A handler that downloads it gets a few bytes, encrypted as the platform does.</summary>
    public Task<BotReply> SendsVideoAsync(string? url = null) => SendsFileOfAsync("video", "url", url);

    /// <summary>Sends a file (文件). A handler that downloads it gets a few bytes, encrypted as the platform does.</summary>
    public Task<BotReply> SendsFileAsync(string? url = null) => SendsFileOfAsync("file", "url", url);

    /// <summary>Sends a text with a picture below it (图文混排).</summary>
    public Task<BotReply> SendsMixedAsync(string text, string? pictureUrl = null) =>
        SendsAsync(Of("mixed").With("content", text).With("picUrl", pictureUrl ?? $"{RobotFiles.Address}image"));

    /// <summary>Opens the chat with the robot for the first time of the day (进入会话).</summary>
    public Task<BotReply> EntersAsync() => SendsAsync(MemberAction.Event("enter_chat"));

    /// <summary>Presses a button of a card that the robot sent (点击卡片).</summary>
    /// <param name="key">The button's key (event_key).</param>
    /// <param name="taskId">The card's task id.</param>
    public Task<BotReply> ClicksAsync(string key, string taskId = "task-1") =>
        SendsAsync(MemberAction.Event("template_card_event", key).With("taskId", taskId));

    /// <summary>Rates an answer (评价). The platform offers that only for an answer with a feedback id.</summary>
    /// <param name="feedbackId">The answer's, <see cref="BotReply.FeedbackId"/>.</param>
    /// <param name="rating">What the person thinks.</param>
    /// <param name="content">What the person adds.</param>
    public Task<BotReply> RatesAsync(string feedbackId, RobotRating rating = RobotRating.Accurate, string content = "") =>
        SendsAsync(MemberAction.Event("feedback_event").With("feedbackId", feedbackId)
            .With("type", ((int)rating).ToString(CultureInfo.InvariantCulture)).With("content", content));

    private static MemberAction Of(string message) => new(ActionKind.FindMessage(message, ActionPlatform.Robot)!, []);

    private Task<BotReply> SendsFileOfAsync(string message, string field, string? url) => SendsAsync(url is null ? Of(message) : Of(message).With(field, url));

    /// <summary>In a group the platform passes on only what mentions the robot.</summary>
    private MemberAction WithMention(MemberAction action)
    {
        var known = action.On(ActionPlatform.Robot);
        var fields = known.Fields.ToList();
        var first = fields.FindIndex(field => field.Name == "content");
        if (known.Kind is not { IsEvent: false, Name: "text" or "mixed" } || first < 0 || fields[first].Value.Contains($"@{_robotName}", StringComparison.Ordinal))
            return known;
        fields[first] = ("content", $"@{_robotName} {fields[first].Value}");
        return new MemberAction(known.Kind, fields);
    }
}
