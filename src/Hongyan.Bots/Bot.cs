using System.Globalization;
using System.Text;
using Hongyan.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan;

/// <summary>What answers the messages of one account: its routes, its middleware and what to do when a handler fails.</summary>
public sealed class Bot : BotScope
{
    private readonly HandlerBinder _binder;
    private readonly IncomingParser? _named;
    private volatile bool _started;

    /// <summary>Makes a bot without an account's endpoint, for a test; <c>app.MapWeCom</c> makes the real ones.</summary>
    /// <param name="account">The account whose messages it answers.</param>
    /// <param name="services">Where handlers get their services from.</param>
    public Bot(Account account, IServiceProvider services)
        : this(account, new HandlerBinder(services.GetRequiredService<IServiceProviderIsService>(), account.Name), services)
    {
    }

    private Bot(Account account, HandlerBinder binder, IServiceProvider services)
        : base(binder)
    {
        Account = account;
        Platform = Platform.Of(account);
        _named = account.RobotName.Length > 0 ? IncomingParser.ForWeComRobot(account.RobotName) : null;
        _binder = binder;
        Sender = services.GetKeyedService<IActiveSender>(account.Name) is { IsAvailable: true } sender ? sender : null;
        services.GetService<BotRegistry>()?.Add(this);
    }

    /// <summary>The account whose messages it answers.</summary>
    public Account Account { get; }

    /// <summary>How its messages are read and its answers written.</summary>
    internal Platform Platform { get; }

    /// <summary>Sends what cannot be answered in time; null where the account cannot send.</summary>
    internal IActiveSender? Sender { get; }

    internal bool CanSend => Sender is not null;

    internal BoundHandler? ErrorHandler { get; private set; }

    private protected override bool IsStarted => _started;

    /// <summary>Reads one decrypted document. A robot whose name is known is recognised by it where a group mentions it.</summary>
    internal Incoming Parse(ReadOnlyMemory<byte> document) => _named?.Parse(document) ?? Platform.Parse(document);

    /// <summary>
    /// Answers instead of a handler that threw. It may ask for the <see cref="Exception"/> beside everything else; what it returns is the
    /// reply. Without one, <see cref="BotOptions.ErrorReply"/> is answered. The failure is logged in either case.
    /// </summary>
    public void OnError(Delegate handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var bound = _binder.BindErrorHandler(handler);
        Register("error", () =>
        {
            if (ErrorHandler is not null)
                throw new HongyanStartupException("HY1005", "OnError is registered twice; only one can answer.");
            ErrorHandler = bound;
        });
    }

    /// <summary>
    /// Makes a dialog known that a handler starts with its own call of <see cref="Hongyan.Dialogs.Start"/>; a route to
    /// <c>Dialogs.Start&lt;TDialog&gt;</c> does so by itself.
    /// </summary>
    /// <exception cref="HongyanStartupException">HY1014: a step of it cannot be answered.</exception>
    public void AddDialog<TDialog>()
        where TDialog : Dialog => Register("dialog", () => Dialogs.Add(typeof(TDialog)));

    /// <summary>The routes in the order they are tried, a numbered line each, such as <c>2. text 天气 {city}</c>.</summary>
    public string Describe()
    {
        var text = new StringBuilder();
        AppendRoutes(this, prefix: "", text);
        return text.ToString().TrimEnd();
    }

    /// <summary>From the first message on the routes stand: adding one while others run would be a race.</summary>
    internal void Start()
    {
        if (_started)
            return;
        lock (Registration)
            _started = true;
    }

    private static void AppendRoutes(BotScope scope, string prefix, StringBuilder text)
    {
        var number = 0;
        foreach (var entry in scope.Entries)
        {
            number++;
            if (entry is BotScope inner)
            {
                text.Append(CultureInfo.InvariantCulture, $"{prefix}{number}. when {OneLine(inner.PredicateText)}\n");
                AppendRoutes(inner, $"{prefix}{number}.", text);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"{prefix}{number}. {OneLine(((Route)entry).Description)}\n");
            }
        }
        if (scope.FallbackRoute is not null)
            text.Append(CultureInfo.InvariantCulture, $"{prefix}{number + 1}. {scope.FallbackRoute.Description}\n");
    }

    /// <summary>A condition or an expression may be written over several lines.</summary>
    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
