namespace Hongyan.Testing;

/// <summary>Which passive replies the platform shows for a message or an event.</summary>
[Flags]
internal enum ReplyPolicy
{
    /// <summary>None: whatever is answered is dropped.</summary>
    None = 0,

    /// <summary>Text, picture, voice, video and articles; with a robot streams and cards.</summary>
    Messages = 1,

    /// <summary>Updates of the card that was clicked.</summary>
    CardUpdates = 2,

    /// <summary>A robot's first words (欢迎语): text or a card, no stream.</summary>
    Greetings = 4,
}
