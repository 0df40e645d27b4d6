namespace Hongyan.WeCom;

/// <summary>Files in the drive changed (微盘文件变更事件, wedrive_file_change).</summary>
public sealed record DriveFileEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public DriveFileEvent()
    {
    }

    internal DriveFileEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        ChangeType = payload.Text("ChangeType"u8);
        FileIds = payload.Texts("FileId"u8);
    }

    /// <summary>What happened: <c>create_file</c>, <c>rename_file</c>, <c>update_file</c>, <c>delete_file</c> or <c>move_file</c>.</summary>
    public string ChangeType { get; init; } = "";

    /// <summary>The files.</summary>
    public IReadOnlyList<string> FileIds { get; init; } = [];
}
