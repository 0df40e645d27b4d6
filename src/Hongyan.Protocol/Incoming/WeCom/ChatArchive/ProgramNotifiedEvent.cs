namespace Hongyan.WeCom;

/// <summary>A program in the data zone (数据与智能专区) has something for the application (专区通知应用, program_notify).</summary>
public sealed record ProgramNotifiedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ProgramNotifiedEvent()
    {
    }

    internal ProgramNotifiedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        NotifyId = payload.Text("NotifyId"u8);
        Scene = payload.SmallNumber("NotifyScene"u8) ?? 0;
    }

    /// <summary>Lets the content be fetched, for ten minutes.</summary>
    public string NotifyId { get; init; } = "";

    /// <summary>What it is about: a number that the program chose.</summary>
    public int Scene { get; init; }
}
