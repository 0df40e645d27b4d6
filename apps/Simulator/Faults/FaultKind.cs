namespace Hongyan.Simulator.Faults;

/// <summary>What can go wrong between the platform and a bot (故障). Each has a name and a sentence in Resources/Texts under <c>Fault_</c> and <c>FaultEffect_</c>.</summary>
public enum FaultKind
{
    /// <summary>The message is lost: no request is made.</summary>
    Drop,

    /// <summary>The answer comes after the deadline: the bot works, the platform has hung up and tries again.</summary>
    Delay,

    /// <summary>The message is delivered three times although the first delivery was answered.</summary>
    Duplicate,

    /// <summary>A member's message waits until the member's next one has been delivered.</summary>
    OutOfOrder,

    /// <summary>msg_signature is made with another Token.</summary>
    WrongSignature,

    /// <summary>The second half of the body is missing.</summary>
    TruncatedBody,

    /// <summary>The envelope is meant for another company.</summary>
    ForeignReceiveId,
}
