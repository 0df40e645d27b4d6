using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Hongyan;

/// <summary>
/// Routes, in the order written: the first that fits gets the message. The handler is any delegate; its parameters are bound by
/// type and name when the route is registered, and what it returns is the reply.
/// </summary>
/// <remarks>
/// A parameter is, in this order: the <see cref="BotContext"/>; a <see cref="CancellationToken"/>; the incoming record, such as
/// <see cref="TextMessage"/>; the <see cref="UserRef"/> or <see cref="Account"/>; a registered service, the one keyed by the
/// account's name before the one without a key, or any with <c>[FromKeyedServices]</c>; a <c>{capture}</c> of the pattern with the same
/// name, as <see cref="string"/> or any <see cref="IParsable{TSelf}"/> (a capture that cannot be parsed is no match). Anything else fails
/// at once with HY1003.
/// The return type is <see cref="string"/>, <see cref="Reply"/>, <see cref="IAsyncEnumerable{T}"/> of strings or nothing, each also as
/// <see cref="Task"/> or <see cref="ValueTask"/>. The strings are pieces of one answer: a robot (智能机器人) shows them as they come, the other
/// accounts when they are all there.
/// </remarks>
public class BotScope
{
    private readonly HandlerBinder _binder;
    private readonly HashSet<string> _registered = new(StringComparer.Ordinal);
    private readonly List<object> _entries = [];
    private readonly List<Func<BotContext, BotHandler, Task>> _middleware = [];
    private readonly BotScope? _parent;

    private protected BotScope(HandlerBinder binder)
    {
        _binder = binder;
        Registration = new Lock();
        Dialogs = new DialogCatalog();
    }

    private BotScope(BotScope parent, Func<BotContext, bool> predicate, string expression)
    {
        _binder = parent._binder;
        _parent = parent;
        Registration = parent.Registration;
        Dialogs = parent.Dialogs;
        Predicate = predicate;
        PredicateText = expression;
    }

    internal List<object> Entries => _entries;

    internal IReadOnlyList<Func<BotContext, BotHandler, Task>> Middleware => _middleware;

    internal Route? FallbackRoute { get; private set; }

    internal Func<BotContext, bool>? Predicate { get; }

    internal string PredicateText { get; } = "";

    /// <summary>The dialogs that routes anywhere in the bot start.</summary>
    internal DialogCatalog Dialogs { get; }

    /// <summary>Held while something is registered anywhere in the bot.</summary>
    private protected Lock Registration { get; }

    private protected virtual bool IsStarted => _parent!.IsStarted;

    /// <summary>Answers every text (文本消息) that no earlier route took.</summary>
    public void OnText(Delegate handler) => On<TextMessage>(handler);

    /// <summary>Answers texts that fit a pattern in words, such as <c>天气 {city}</c>: white space stands for one or more spaces, case does not matter.</summary>
    public void OnText(string pattern, Delegate handler)
    {
        var words = TextPattern.Parse(pattern);
        Add<TextMessage>($"text {words.Text}", $"text {words.Text.ToUpperInvariant()}",
            (Incoming incoming, out string?[] captured) => words.TryMatch(((TextMessage)incoming).Content, out captured), words.Captures, handler);
    }

    /// <summary>
    /// Answers texts that a regular expression finds; its named groups are the captures. A group that took no part is null for a nullable
    /// parameter, empty for a string, and otherwise no match.
    /// </summary>
    /// <remarks>
    /// Strangers choose the text: make the expression with <see cref="RegexOptions.NonBacktracking"/> or with a timeout, and anchor it.
    /// </remarks>
    public void OnText(Regex pattern, Delegate handler)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        string[] names = [.. pattern.GetGroupNames().Where(name => !char.IsAsciiDigit(name[0]))];
        Add<TextMessage>($"text /{pattern}/", $"regex {pattern.Options} {pattern}", (Incoming incoming, out string?[] captured) =>
        {
            var match = pattern.Match(((TextMessage)incoming).Content);
            captured = match.Success ? [.. names.Select(name => match.Groups[name] is { Success: true } group ? group.Value : null)] : [];
            return match.Success;
        }, names, handler);
    }

    /// <summary>Answers pictures (图片消息).</summary>
    public void OnImage(Delegate handler) => On<ImageMessage>(handler);

    /// <summary>Answers voice messages (语音消息).</summary>
    public void OnVoice(Delegate handler) => On<VoiceMessage>(handler);

    /// <summary>Answers videos (视频消息).</summary>
    public void OnVideo(Delegate handler) => On<VideoMessage>(handler);

    /// <summary>Answers places that a person sent (位置消息).</summary>
    public void OnLocation(Delegate handler) => On<LocationMessage>(handler);

    /// <summary>Answers links (链接消息).</summary>
    public void OnLink(Delegate handler) => On<LinkMessage>(handler);

    /// <summary>Greets whoever came: a new follower, or a member who may now see the application (关注).</summary>
    public void OnSubscribe(Delegate handler) => On<SubscribeEvent>(handler);

    /// <summary>Is told who left (取消关注). A reply would not be shown.</summary>
    public void OnUnsubscribe(Delegate handler) => On<UnsubscribeEvent>(handler);

    /// <summary>Answers the menu button with this key (菜单点击); case matters.</summary>
    public void OnMenuClick(string key, Delegate handler)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        Add<MenuClickEvent>($"menu {key}", $"menu {key}", (Incoming incoming, out string?[] captured) =>
        {
            captured = [];
            return ((MenuClickEvent)incoming).Key == key;
        }, [], handler);
    }

    /// <summary>Answers every message (消息) of whatever kind that no earlier route took: the first of the two functions that suffice for a bot.</summary>
    public void OnMessage(Delegate handler) => On<IncomingMessage>(handler);

    /// <summary>Answers every event (事件) of whatever kind that no earlier route took: the second of the two functions that suffice for a bot.</summary>
    public void OnEvent(Delegate handler) => On<IncomingEvent>(handler);

    /// <summary>Answers one kind of message or event, such as <c>On&lt;EnterAgentEvent&gt;</c>, or a family of them by its base type.</summary>
    public void On<T>(Delegate handler)
        where T : Incoming => Add<T>(KindName(typeof(T)), typeof(T).FullName!, Always, [], handler);

    /// <summary>
    /// Answers what no route of this scope took, wherever it is written: every message, but no event, because nobody waits for an answer
    /// to an event. A handler that asks for an event or for <see cref="Incoming"/> gets those.
    /// </summary>
    public void Fallback(Delegate handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        var asked = HandlerParameter.Of(handler).Select(parameter => parameter.Type).FirstOrDefault(type => type.IsAssignableTo(typeof(Incoming)));
        var messageType = asked is null || asked.IsAssignableTo(typeof(IncomingMessage)) ? typeof(IncomingMessage) : asked;
        var route = Bind("fallback", messageType, Always, [], handler);
        Register("fallback", () =>
        {
            if (FallbackRoute is not null)
                throw new HongyanStartupException("HY1005", "This scope already has a Fallback; only one can be the last.");
            FallbackRoute = route;
        });
    }

    /// <summary>
    /// Runs around what follows: around every message when called on the bot, around the handlers of a scope when called on a scope.
    /// In the order written; <c>next</c> may be called once, or not at all.
    /// </summary>
    public void Use(Func<BotContext, BotHandler, Task> middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        Register("middleware", () => _middleware.Add(middleware));
    }

    /// <summary>A scope: its routes are tried, at this place in the order, only for messages that fit the condition.</summary>
    /// <param name="predicate">Decides from the message and the person; must be quick and must not block.</param>
    /// <param name="expression">Filled in by the compiler; what <see cref="Bot.Describe"/> shows.</param>
    public BotScope When(Func<BotContext, bool> predicate, [CallerArgumentExpression(nameof(predicate))] string expression = "")
    {
        ArgumentNullException.ThrowIfNull(predicate);
        var scope = new BotScope(this, predicate, expression);
        Register("when", () => _entries.Add(scope));
        return scope;
    }

    /// <summary>
    /// Registers something before the first message, or not at all: from then on the routes are read without a lock, by many threads.
    /// </summary>
    private protected void Register(string description, Action register)
    {
        lock (Registration)
        {
            if (IsStarted)
                throw new HongyanStartupException("HY1008", $"Route '{description}' comes too late: the bot has already received a message. Register all routes before app.Run().");
            register();
        }
    }

    /// <param name="description">What <see cref="Bot.Describe"/> shows.</param>
    /// <param name="identity">Equal for two routes that fit the same messages.</param>
    /// <param name="matches">Whether a message of the right type fits.</param>
    /// <param name="captures">The names of the pattern's captures.</param>
    /// <param name="handler">The user's delegate.</param>
    private void Add<T>(string description, string identity, RouteMatcher matches, IReadOnlyList<string> captures, Delegate handler)
        where T : Incoming
    {
        ArgumentNullException.ThrowIfNull(handler);
        var route = Bind(description, typeof(T), matches, captures, handler);
        Register(description, () =>
        {
            if (!_registered.Add($"{identity}\n{route.MessageType}"))
                throw new HongyanStartupException("HY1005", $"Route '{description}' is registered twice in one scope; the second would never be reached.");
            _entries.Add(route);
        });
    }

    private Route Bind(string description, Type messageType, RouteMatcher matches, IReadOnlyList<string> captures, Delegate handler)
    {
        var bound = _binder.Bind(description, messageType, captures, handler);
        Dialogs.AddStartedBy(handler.Method);
        return new Route { Description = description, MessageType = bound.MessageType, Matches = matches, Handler = bound };
    }

    /// <summary>A kind in the words of <see cref="Bot.Describe"/>: text, image, event EnterAgent, any event.</summary>
    private static string KindName(Type kind)
    {
        if (kind == typeof(Incoming))
            return "anything";
        if (kind.IsAbstract)
            return kind == typeof(IncomingMessage) ? "any message" : kind == typeof(IncomingEvent) ? "any event" : $"any {kind.Name}";
        return kind.IsAssignableTo(typeof(IncomingEvent))
            ? $"event {kind.Name[..^"Event".Length]}"
            : kind.Name[..^"Message".Length].ToLowerInvariant();
    }

    private static bool Always(Incoming incoming, out string?[] captured)
    {
        captured = [];
        return true;
    }
}
