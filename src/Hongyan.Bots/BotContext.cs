namespace Hongyan;

/// <summary>One message on its way through the bot. Middleware and handlers may ask for it as a parameter.</summary>
public sealed class BotContext
{
    private readonly HandlerTime? _time;
    private readonly CancellationToken _cancellationToken;
    private Dictionary<string, object?>? _items;

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

    /// <summary>Called by a handler that does not want this message after all: the next route that matches gets it.</summary>
    public void Skip() => Skipped = true;
}
