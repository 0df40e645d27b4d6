namespace Hongyan.Simulator.WeCom;

/// <summary>What a robot's bot is called back for, which decides what it may answer.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/101031.</remarks>
internal enum RobotSituation
{
    /// <summary>A member's message: a stream, a card, or both.</summary>
    Message,

    /// <summary>The refresh of a stream: the stream again, and a card with it.</summary>
    Refresh,

    /// <summary>enter_chat: a text or a card.</summary>
    Enter,

    /// <summary>template_card_event: another card in the place of the one that was clicked.</summary>
    CardClick,

    /// <summary>feedback_event: nothing.</summary>
    Feedback,
}
