namespace Hongyan.Storage;

/// <summary>Which way an answer takes to the person. Decided once, when the outcome is committed, so that it never takes two.</summary>
public enum HandOver
{
    /// <summary>There is no answer.</summary>
    None = 0,

    /// <summary>Passively: with the response of a delivery. Whether it arrived is unknown, so each redelivery gets it, and nobody else.</summary>
    Passive = 1,

    /// <summary>Actively: it is in the outbox. Redeliveries get an empty answer.</summary>
    Active = 2,

    /// <summary>Nobody waited and the account cannot send: the next redelivery, or the person's next text, takes it along.</summary>
    Waiting = 3,
}
