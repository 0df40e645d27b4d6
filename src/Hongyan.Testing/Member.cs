using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Hongyan.Testing;

/// <summary>A person who talks to the bot: what a test writes.</summary>
/// <example>
/// <code>
/// await using var host = await BotTestHost.StartAsync(bot => bot.OnText("ping", () => "pong"));
/// var zhangsan = host.Member("zhangsan");
/// Assert.Equal("pong", await zhangsan.SaysAsync("ping"));
/// </code>
/// </example>
public sealed class Member
{
    private readonly TestAccount _account;
    private Delivered? _last;

    internal Member(TestAccount account, string id)
    {
        _account = account;
        Id = id;
    }

    /// <summary>The user id (成员UserID).</summary>
    public string Id { get; }

    /// <summary>Sends a text (文本消息).</summary>
    /// <returns>The text of the answer; null when nothing is answered.</returns>
    /// <exception cref="BotTestException">The handler threw or hangs, or the answer is not a text.</exception>
    public async Task<string?> SaysAsync(string text)
    {
        var reply = await SendsAsync(MemberAction.Text(text)).ConfigureAwait(false);
        return reply.Kind is BotReplyKind.Nothing or BotReplyKind.Text
            ? reply.Text
            : throw new BotTestException($"The bot answered {Id}'s \"{text}\" with {TranscriptWriter.Describe(reply)}, which is not a text. SendsAsync(MemberAction.Text(…)) gives the whole reply.");
    }

    /// <summary>Does something: <c>SendsAsync(MemberAction.Image())</c>.</summary>
    /// <returns>The answer.</returns>
    /// <exception cref="BotTestException">The handler threw or hangs, or the answer is nothing that the platform would take.</exception>
    public Task<BotReply> SendsAsync(MemberAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        var document = _account.Write(Id, header => PlaintextWriter.Write(action, header));
        return DeliverAsync(new Delivered(document, action.Kind.IsFromSystem ? "sys" : Id, action.Kind.Shows, $"{Id}'s {action}"));
    }

    /// <summary>Sends what the platform might send one day, such as an event that this version does not know.</summary>
    /// <param name="elements">
    /// What stands in the decrypted XML (明文) behind ToUserName, FromUserName and CreateTime:
    /// <c>&lt;MsgType&gt;event&lt;/MsgType&gt;&lt;Event&gt;brand_new&lt;/Event&gt;</c>.
    /// </param>
    /// <exception cref="System.Xml.XmlException">That is not XML.</exception>
    public Task<BotReply> SendsXmlAsync(string elements)
    {
        ArgumentNullException.ThrowIfNull(elements);
        var document = _account.Write(Id, header => PlaintextWriter.Write(elements, header));
        return DeliverAsync(new Delivered(document, Id, ReplyPolicy.Messages | ReplyPolicy.CardUpdates, $"{Id}'s XML"));
    }

    /// <summary>Sends a picture (图片消息).</summary>
    public Task<BotReply> SendsImageAsync(string? mediaId = null) => SendsAsync(MemberAction.Image(mediaId));

    /// <summary>Sends a voice message (语音消息).</summary>
    public Task<BotReply> SendsVoiceAsync(string? mediaId = null) => SendsAsync(MemberAction.Voice(mediaId));

    /// <summary>Sends a video (视频消息).</summary>
    public Task<BotReply> SendsVideoAsync(string? mediaId = null) => SendsAsync(MemberAction.Video(mediaId));

    /// <summary>Sends a place (位置消息): degrees north, degrees east, its name.</summary>
    public Task<BotReply> SendsLocationAsync(double latitude, double longitude, string label = "") =>
        SendsAsync(MemberAction.Location(latitude, longitude, label));

    /// <summary>Sends a link (链接消息).</summary>
    public Task<BotReply> SendsLinkAsync(string url, string title, string description = "") =>
        SendsAsync(MemberAction.Link(url, title, description));

    /// <summary>Opens the app (进入应用).</summary>
    public Task<BotReply> EntersAsync() => SendsAsync(MemberAction.Event("enter_agent"));

    /// <summary>Comes into the app's visible scope (关注).</summary>
    public Task<BotReply> SubscribesAsync() => SendsAsync(MemberAction.Event("subscribe"));

    /// <summary>Leaves the app's visible scope (取消关注).</summary>
    public Task<BotReply> UnsubscribesAsync() => SendsAsync(MemberAction.Event("unsubscribe"));

    /// <summary>Presses a menu button (点击菜单).</summary>
    /// <param name="key">The button's key (EventKey).</param>
    public Task<BotReply> ClicksAsync(string key) => SendsAsync(MemberAction.Event("click", key));

    /// <summary>Reports where the person is (上报地理位置): degrees north, degrees east.</summary>
    public Task<BotReply> ReportsLocationAsync(double latitude, double longitude) =>
        SendsAsync(MemberAction.Event("LOCATION").With("latitude", Invariant(latitude)).With("longitude", Invariant(longitude)));

    /// <summary>
    /// The platform delivers the last message of this person once more, as it does when it missed the answer: the same document in a new
    /// envelope. The first delivery need not have been answered yet.
    /// </summary>
    /// <exception cref="BotTestException">This person has not sent anything yet.</exception>
    public Task<BotReply> DeliversAgainAsync() =>
        DeliverAsync(Volatile.Read(ref _last) ?? throw new BotTestException($"{Id} has not sent anything yet, so nothing can be delivered again."));

    /// <summary>
    /// Plays a transcript: says what stands behind <c>&gt;</c> and compares what is answered with what stands behind <c>&lt;</c>. Lines
    /// that name nobody are this person's. docs/guides/transcripts.md describes the format.
    /// </summary>
    /// <param name="path">The file: beside the test's source, or copied beside the test's assembly.</param>
    /// <param name="testFile">Filled in by the compiler.</param>
    /// <exception cref="TranscriptMismatchException">The bot answered something else; the message says where they first differ.</exception>
    /// <exception cref="TranscriptFormatException">The file is not a transcript; the message says what to write instead.</exception>
    public async Task MatchesTranscriptAsync(string path, [CallerFilePath] string testFile = "")
    {
        var file = TranscriptFile.Find(path, testFile);
        var transcript = TranscriptParser.Parse(file.Name, await File.ReadAllBytesAsync(file.FullName).ConfigureAwait(false));
        await new TranscriptPlayer(_account, this).PlayAsync(transcript).ConfigureAwait(false);
    }

    /// <summary>The next message that the bot sends this person by itself (主动消息), as soon as it is there.</summary>
    /// <exception cref="BotTestException">None comes within <see cref="BotTestHost.Timeout"/>.</exception>
    public async Task<BotReply> ReceivesAsync() => await ReceivesOrNothingAsync().ConfigureAwait(false)
        ?? throw new BotTestException($"{Id} was sent nothing within {_account.Host.Timeout.TotalSeconds:0.###} s. Does the bot wait for the clock (host.Time.Advance)?");

    /// <summary>The same, or null where none comes.</summary>
    internal async Task<BotReply?> ReceivesOrNothingAsync()
    {
        using var patience = new CancellationTokenSource(_account.Host.Timeout);
        try
        {
            return await Received.ReadAsync(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Reads away what the bot has sent so far.</summary>
    internal void ForgetReceived()
    {
        while (Received.TryRead(out _))
        {
        }
    }

    private ChannelReader<BotReply> Received => _account.Host.Platform.ReceivedBy(_account.Name, Id);

    private Task<BotReply> DeliverAsync(Delivered delivered)
    {
        Volatile.Write(ref _last, delivered);
        return _account.DeliverAsync(delivered.Document, delivered.Sender, delivered.Shows, delivered.What);
    }

    private static string Invariant(double number) => number.ToString("0.###############", CultureInfo.InvariantCulture);

    private sealed record Delivered(byte[] Document, string Sender, ReplyPolicy Shows, string What);
}
