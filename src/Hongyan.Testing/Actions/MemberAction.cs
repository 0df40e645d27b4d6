using System.Globalization;

namespace Hongyan.Testing;

/// <summary>Something a person does in an app, an Official Account or with a robot: sends a message (消息) or causes an event (事件).</summary>
/// <remarks>
/// What is not said gets a value that looks like the platform's. Fields are named as in the simulator's control API and in
/// transcripts; docs/guides/transcripts.md lists them for each kind.
/// </remarks>
public sealed class MemberAction
{
    private readonly (string Name, string Value)[] _fields;

    internal MemberAction(ActionKind kind, IEnumerable<(string Name, string Value)> fields)
    {
        Kind = kind;
        // In the order of the kind, so that two ways to write an action are one action. Repeated fields are groups; they keep their order.
        _fields = [.. fields.OrderBy(field => Rank(kind, field.Name))];
    }

    internal ActionKind Kind { get; }

    internal IReadOnlyList<(string Name, string Value)> Fields => _fields;

    /// <summary>A text (文本消息).</summary>
    public static MemberAction Text(string content) => Message("text", ("content", content));

    /// <summary>A picture (图片消息).</summary>
    public static MemberAction Image(string? mediaId = null) => Message("image", ("mediaId", mediaId));

    /// <summary>A voice message (语音消息).</summary>
    public static MemberAction Voice(string? mediaId = null) => Message("voice", ("mediaId", mediaId));

    /// <summary>A video (视频消息).</summary>
    public static MemberAction Video(string? mediaId = null) => Message("video", ("mediaId", mediaId));

    /// <summary>A place (位置消息).</summary>
    /// <param name="latitude">Degrees north.</param>
    /// <param name="longitude">Degrees east.</param>
    /// <param name="label">The name of the place.</param>
    public static MemberAction Location(double latitude, double longitude, string label = "") =>
        Message("location", ("latitude", Invariant(latitude)), ("longitude", Invariant(longitude)), ("label", label));

    /// <summary>A link (链接消息).</summary>
    public static MemberAction Link(string url, string title, string description = "") =>
        Message("link", ("url", url), ("title", title), ("description", description));

    /// <summary>An event (事件), such as <c>scancode_waitmsg</c> or <c>template_card_event</c>; add what it carries with <see cref="With"/>.</summary>
    /// <param name="name">Event as the platform spells it.</param>
    /// <param name="key">EventKey: the key of the menu button or card button, or the address that a menu button opens.</param>
    /// <exception cref="ArgumentException">There is no such event, or it has no key.</exception>
    public static MemberAction Event(string name, string? key = null)
    {
        var kind = ActionKind.All.FirstOrDefault(known => known.IsEvent && known.Name == name)
            ?? throw new ArgumentException($"There is no event '{name}'. The events are {Names(ActionKind.All.Where(known => known.IsEvent).Select(known => known.Name).Distinct())}.", nameof(name));
        var action = new MemberAction(kind, []);
        return key is null ? action : action.With("eventKey", key);
    }

    /// <summary>The same with one more field, such as <c>.With("taskId", "bug-42")</c>.</summary>
    /// <param name="field">Its name, as docs/guides/transcripts.md lists them.</param>
    /// <param name="value">Its text; a number with a point, such as 23.1291.</param>
    /// <exception cref="ArgumentException">This kind has no such field, has it already, or it is not a number.</exception>
    public MemberAction With(string field, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return WrongWith(Kind, _fields, field, value) is { } problem
            ? throw new ArgumentException(problem, nameof(field))
            : new MemberAction(Kind, [.. _fields, (field, value)]);
    }

    /// <summary>The same as one platform knows it.</summary>
    /// <exception cref="ArgumentException">It has no such message or event, or not these fields; the message names what it has.</exception>
    internal MemberAction On(ActionPlatform platform)
    {
        if ((Kind.Platforms & platform) != 0)
            return this;
        var kind = (Kind.IsEvent ? ActionKind.FindEvent(Kind.Name, platform) : ActionKind.FindMessage(Kind.Name, platform))
            ?? throw new ArgumentException($"{Kind} does not happen with {TestAccount.WordsFor(platform)}. What does: {Names(ActionKind.Of(platform).Select(known => known.ToString()))}.");
        return _fields.Aggregate(new MemberAction(kind, []), (all, field) => all.With(field.Name, field.Value));
    }

    /// <summary>In the words of a transcript, without what stands on further lines.</summary>
    public override string ToString() => TranscriptWriter.Describe(this);

    /// <summary>What is wrong with one more field, in a sentence; null where nothing is.</summary>
    internal static string? WrongWith(ActionKind kind, IEnumerable<(string Name, string Value)> fields, string name, string value)
    {
        if (kind.FindField(name) is not { } field)
            return $"{kind} has no field '{name}'. It has {Names(kind.Fields.Select(known => known.Name))}.";
        if (!field.Repeats && fields.Any(given => given.Name == name))
            return $"The field '{name}' is given twice.";
        if (field.IsNumber && !decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
            return $"The field '{name}' is a number, such as {field.Default ?? "1"}; '{value}' is not.";
        return name == "option" && !fields.Any(given => given.Name == "question")
            ? "An 'option' belongs to the 'question' before it; there is none."
            : null;
    }

    private static MemberAction Message(string name, params (string Name, string? Value)[] fields)
    {
        var action = new MemberAction(ActionKind.FindMessage(name, ActionPlatform.Xml)!, []);
        return fields.Where(field => field.Value is not null).Aggregate(action, (all, field) => all.With(field.Name, field.Value!));
    }

    private static int Rank(ActionKind kind, string name)
    {
        var fields = kind.Fields;
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Repeats || fields[i].Name == name)
                return i;
        }
        return fields.Count;
    }

    private static string Invariant(double number) => number.ToString("0.###############", CultureInfo.InvariantCulture);

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);
}
