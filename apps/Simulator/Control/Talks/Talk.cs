using Hongyan.Simulator.Resources;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>
/// A person's conversation with an account: who they are, what can be said and done there, and saying and doing it.
/// The page, transcripts and scripts all go this way, whatever the platform.
/// </summary>
public abstract class Talk
{
    /// <summary>Name of the account in addresses.</summary>
    public abstract string Account { get; }

    /// <summary>The account as people see it.</summary>
    public abstract string AccountName { get; }

    /// <summary>Where the account's callbacks go.</summary>
    public abstract CallbackSettings Callback { get; }

    /// <summary>Who talks: a UserID, an OpenID.</summary>
    public abstract string Person { get; }

    /// <summary>Who talks, as people see them.</summary>
    public abstract string PersonName { get; }

    /// <summary>The person's place in the list, from 1.</summary>
    public abstract int PersonNumber { get; }

    /// <summary>The person as a member of the company; null for anybody else.</summary>
    public virtual Member? Member => null;

    /// <summary>Address of the account's page, with its list of people.</summary>
    public abstract string AccountAddress { get; }

    /// <summary>Address of the conversation's page.</summary>
    public string Address => $"{AccountAddress}/{Person}";

    /// <summary>Address of the account's settings.</summary>
    public string SettingsAddress => $"{AccountAddress}/callback";

    /// <summary>Where scripts act as the person.</summary>
    public abstract string Actions { get; }

    /// <summary>Which messages can be sent.</summary>
    public abstract IReadOnlyList<MessageKind> Messages { get; }

    /// <summary>Which events can be caused.</summary>
    public abstract IReadOnlyList<EventKind> Events { get; }

    /// <summary>Whose API the account calls.</summary>
    internal abstract ApiPlatform Platform { get; }

    /// <summary>The same account with another person, or null.</summary>
    public abstract Talk? FindOther(string person);

    /// <summary>Why the two cannot talk, in words; null: they can.</summary>
    public abstract string? FindHindrance(Wording wording);

    /// <summary>The kind of this MsgType, or null.</summary>
    public MessageKind? FindMessage(string name) => Messages.FirstOrDefault(kind => kind.Name == name);

    /// <summary>The kind of this Event, or null.</summary>
    public EventKind? FindEvent(string name) => Events.FirstOrDefault(kind => kind.Name == name);

    /// <summary>The event that a menu entry of this type causes, which is not always called like it; null: it causes none.</summary>
    public virtual string? EventOf(string menuType) => menuType;

    /// <summary>Sends a message.</summary>
    internal abstract SendResult Send(MemberMessage message);

    /// <summary>Causes an event, and sends what the client sends after it.</summary>
    internal abstract SendResult Send(MemberEvent happened);

    /// <summary>Causes an event, and sends nothing after it.</summary>
    internal abstract SendResult SendAlone(MemberEvent happened);
}
