using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>Somebody rated an answer of a robot (用户反馈), one that carried a feedback id. It cannot be answered.</summary>
public sealed record FeedbackEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public FeedbackEvent()
    {
    }

    internal FeedbackEvent(in PayloadFields payload)
        : base(payload)
    {
        var feedback = payload.Children("event"u8, "feedback_event"u8);
        FeedbackId = feedback.Text("id"u8);
        Verdict = (FeedbackVerdict)(feedback.SmallNumber("type"u8) ?? 0);
        Content = feedback.Text("content"u8);
        Reasons = feedback.Values("inaccurate_reason_list"u8, "item"u8, static (in fields, index) => (FeedbackReason)(fields.SmallNumberAt(index) ?? 0));
    }

    /// <summary>The feedback id that the answer carried.</summary>
    public string FeedbackId { get; init; } = "";

    /// <summary>What they think of it.</summary>
    public FeedbackVerdict Verdict { get; init; }

    /// <summary>What they wrote; empty where they wrote nothing.</summary>
    public string Content { get; init; } = "";

    /// <summary>What is wrong with an inaccurate answer.</summary>
    public IReadOnlyList<FeedbackReason> Reasons { get; init; } = [];
}
