using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Hongyan.Testing;

/// <summary>
/// Somebody who talks to the bot: what a test writes. A <see cref="Member"/> uses an application of WeCom, a <see cref="Follower"/> follows an
/// Official Account, a <see cref="RobotUser"/> talks with a robot.
/// </summary>
public abstract class Person
{
    private Delivered? _last;

    private protected Person(TestAccount account, string id)
    {
        Account = account;
        Id = id;
    }

    /// <summary>The user id (成员UserID), or the OpenID of a follower.</summary>
    public string Id { get; }

    /// <summary>The group in which the person speaks (chatid); null where it is a chat of two.</summary>
    internal virtual string? Chat => null;

    private protected TestAccount Account { get; }

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
    /// <exception cref="ArgumentException">The platform of the account has no such message or event.</exception>
    public virtual Task<BotReply> SendsAsync(MemberAction action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return DeliverAsync(Account.Write(this, action));
    }

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
        var transcript = TranscriptParser.Parse(file.Name, await File.ReadAllBytesAsync(file.FullName).ConfigureAwait(false), Account.Platform);
        await new TranscriptPlayer(Account, this).PlayAsync(transcript).ConfigureAwait(false);
    }

    /// <summary>The next message that the bot sends this person by itself, or answers late, as soon as it is there.</summary>
    /// <exception cref="BotTestException">None comes within <see cref="BotTestHost.Timeout"/>.</exception>
    public async Task<BotReply> ReceivesAsync() => await ReceivesOrNothingAsync().ConfigureAwait(false)
        ?? throw new BotTestException($"{Id} was sent nothing within {Account.Host.Timeout.TotalSeconds:0.###} s. Does the bot wait for the clock (host.Time.Advance)?");

    /// <summary>The same, or null where none comes.</summary>
    internal async Task<BotReply?> ReceivesOrNothingAsync()
    {
        using var patience = new CancellationTokenSource(Account.Host.Timeout);
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

    private protected Task<BotReply> DeliverAsync(Delivered delivered)
    {
        Volatile.Write(ref _last, delivered);
        return Account.DeliverAsync(delivered);
    }

    private ChannelReader<BotReply> Received => Account.Host.Platform.ReceivedBy(Account.Name, Id, Chat);
}
