namespace Hongyan.WeCom;

/// <summary>An export of archived chats is ready (会话内容导出完成通知).</summary>
public sealed record ArchiveExportFinishedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ArchiveExportFinishedEvent()
    {
    }

    internal ArchiveExportFinishedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var body = payload.Within("chat_archive_export_finished"u8);
        JobId = body.Text("JobId"u8);
    }

    /// <summary>The job; its result is kept for 24 hours.</summary>
    public string JobId { get; init; } = "";
}
