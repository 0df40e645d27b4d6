using System.Runtime.CompilerServices;
using Hongyan.Storage;

namespace Hongyan;

/// <summary>One message on its way through the bot. Middleware and handlers may ask for it as a parameter.</summary>
public sealed class BotContext
{
    private readonly HandlerTime? _time;
    private readonly CancellationToken _cancellationToken;
    private Dictionary<string, object?>? _items;
    private List<Action<StoreTransaction>>? _effects;
    private List<OutgoingMessage>? _sends;
    private bool _isOver;

    /// <summary>Makes a context, for a test; the pipeline makes the real ones.</summary>
    public BotContext(Incoming incoming, Account account, IServiceProvider services, CancellationToken cancellationToken = default)
    {
        Incoming = incoming;
        Account = account;
        Services = services;
        _cancellationToken = cancellationToken;
    }

    internal BotContext(Incoming incoming, Account account, IServiceProvider services, HandlerTime time)
        : this(incoming, account, services) => _time = time;

    /// <summary>What arrived.</summary>
    public Incoming Incoming { get; }

    /// <summary>The account it came in through.</summary>
    public Account Account { get; }

    /// <summary>The person it came from.</summary>
    public UserRef User => new(Account.Name, Incoming.FromUser);

    /// <summary>The services of this message's own scope.</summary>
    public IServiceProvider Services { get; }

    /// <summary>
    /// Ends when the handler's own time is over (<see cref="BotOptions.HandlerTimeout"/>), never because the platform hung up:
    /// a slow answer is still an answer.
    /// </summary>
    public CancellationToken CancellationToken => _time?.Token ?? _cancellationToken;

    /// <summary>What will be answered: what the handler returned, or, where it returned nothing, what it left here. Middleware may read and replace it.</summary>
    public Reply Reply { get; set; } = Reply.None;

    /// <summary>Whatever middleware wants to hand to handlers.</summary>
    public IDictionary<string, object?> Items => _items ??= [];

    /// <summary>Whether a route took the message.</summary>
    public bool IsHandled { get; internal set; }

    /// <summary>What went wrong; set only for the handler of <see cref="Bot.OnError"/>.</summary>
    internal Exception? Error { get; init; }

    /// <summary>The captures of the route that matched, parsed.</summary>
    internal object?[] Captures { get; set; } = [];

    internal bool Skipped { get; set; }

    /// <summary>When the search for a route began; default where nobody listens to spans.</summary>
    internal DateTimeOffset RoutedAt { get; set; }

    /// <summary>Whether there is a store that effects can be committed to.</summary>
    internal bool IsDurable { get; init; }

    /// <summary>Whether the account can send messages by itself.</summary>
    internal bool CanSend { get; init; }

    /// <summary>Whether it can do so at any time, and not only in answer to this message.</summary>
    internal bool CanSendLater => CanSend && !Platform.Of(Account).Streams;

    /// <summary>Takes the pieces of an answer that grows while it is read; null where the platform has none.</summary>
    internal Delivery? Stream { get; init; }

    /// <summary>Where the one message of a robot may still go, beside its answer.</summary>
    internal Uri? FreeAddress => _sends is { Count: > 0 } ? null : Incoming.Robot?.ResponseUrl;

    internal IReadOnlyList<Action<StoreTransaction>> Effects => _effects ?? (IReadOnlyList<Action<StoreTransaction>>)[];

    internal IReadOnlyList<OutgoingMessage> Sends => _sends ?? (IReadOnlyList<OutgoingMessage>)[];

    /// <summary>The dialogs that the bot knows; null in a test that made the context itself.</summary>
    internal DialogCatalog? Dialogs { get; init; }

    /// <summary>How the person's dialog goes on; null leaves it as it is.</summary>
    internal DialogChange? Dialog { get; set; }

    /// <summary>Called by a handler that does not want this message after all: the next route that matches gets it.</summary>
    public void Skip() => Skipped = true;

    /// <summary>
    /// Has something written in the transaction that commits this message's outcome, so that it happens exactly once, however often the
    /// message is delivered and whenever the process ends. It does not happen where the handler throws.
    /// </summary>
    /// <param name="effect">Writes: <c>ctx.OnCommit(db => db.Execute($"insert into visits values ({user.Id})"))</c>. Where it throws, the outcome counts as failed.</param>
    /// <exception cref="InvalidOperationException">There is no store, or the message is done already.</exception>
    /// <exception cref="ArgumentException">The effect is an <c>async</c> lambda: the transaction would be committed before it has ended.</exception>
    public void OnCommit(Action<StoreTransaction> effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        EnsureRunning();
        if (!IsDurable)
            throw new InvalidOperationException("OnCommit needs a store; register one, such as builder.Services.AddSqliteStorage(…) or AddPostgreSqlStorage(…).");
        // The compiler makes an async void of it, whose failure would end the process.
        if (effect.Method.IsDefined(typeof(AsyncStateMachineAttribute), inherit: false))
            throw new ArgumentException("OnCommit takes no async lambda, because nobody would wait for it before the commit. Write with db.Execute, which needs no await.", nameof(effect));
        (_effects ??= []).Add(effect);
    }

    /// <summary>
    /// Sends the person one more message, beside the answer. It leaves by the account's active API once this message's outcome is
    /// committed, in the order of the calls; not at all where the handler throws.
    /// </summary>
    /// <param name="message">Text, picture, voice, video, articles or a template card (<see cref="Hongyan.WeCom.TemplateCardReply"/>); in an Official Account music instead of cards, on a robot text and cards.</param>
    /// <param name="cancellationToken">Has no effect yet: nothing is waited for.</param>
    /// <exception cref="HongyanException">The account cannot send: its configuration lacks what it takes.</exception>
    public ValueTask SendAsync(Reply message, CancellationToken cancellationToken = default) => SendAsync(Incoming.FromUser, message, cancellationToken);

    /// <summary>Sends a message to somebody else of the same account, in the same way.</summary>
    /// <param name="userId">The member's user id (成员UserID), or the follower's open id.</param>
    /// <param name="message">Text, picture, voice, video, articles or a template card (<see cref="Hongyan.WeCom.TemplateCardReply"/>); in an Official Account music instead of cards, on a robot text and cards.</param>
    /// <param name="cancellationToken">Has no effect yet: nothing is waited for.</param>
    /// <exception cref="HongyanException">The account cannot send: its configuration lacks what it takes.</exception>
    public ValueTask SendAsync(string userId, Reply message, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        ArgumentNullException.ThrowIfNull(message);
        cancellationToken.ThrowIfCancellationRequested();
        EnsureRunning();
        if (message == Reply.None)
            return ValueTask.CompletedTask;
        var platform = Platform.Of(Account);
        if (!platform.CanSend(message))
            throw new ArgumentException($"A {message.GetType().Name} cannot be sent on {Account.Platform}: it can only be the answer to a callback, or the platform has none.", nameof(message));
        if (!CanSend)
            throw new HongyanException($"Account '{Account.Name}' cannot send messages by itself, which takes {platform.WhatSendingTakes}.");
        (_sends ??= []).Add(new OutgoingMessage(new UserRef(Account.Name, userId), message) { ReplyTo = platform.Streams ? TakeAddress(userId) : null });
        return ValueTask.CompletedTask;
    }

    /// <summary>Late code of a handler that did not wait for all it began must not believe that it still takes part.</summary>
    internal void End() => _isOver = true;

    /// <exception cref="HongyanException">The robot cannot send this.</exception>
    private Uri TakeAddress(string userId)
    {
        if (userId != Incoming.FromUser)
            throw new HongyanException("A robot cannot write to somebody by itself, only answer whoever it hears.");
        return FreeAddress ?? throw new HongyanException("A robot can send one message beside its answer: the response_url of a message takes one.");
    }

    private void EnsureRunning()
    {
        if (_isOver)
            throw new InvalidOperationException("The handler has returned, so nothing can join its outcome any more. Await what it begins.");
    }
}
