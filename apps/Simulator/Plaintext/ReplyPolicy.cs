namespace Hongyan.Simulator.Plaintext;

/// <summary>Which passive reply (被动回复) a message or event takes.</summary>
public enum ReplyPolicy
{
    /// <summary>None; what comes back is not shown.</summary>
    None,

    /// <summary>Any message, but no card update.</summary>
    Messages,

    /// <summary>A card update only.</summary>
    CardUpdates,

    /// <summary>Any message and a card update.</summary>
    MessagesAndCardUpdates,
}
