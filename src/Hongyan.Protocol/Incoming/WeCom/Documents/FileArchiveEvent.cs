namespace Hongyan.WeCom;

/// <summary>The application may see the archived files of other members, or other members' files are archived (文件内容存档).</summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/101701</remarks>
public sealed record FileArchiveEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public FileArchiveEvent()
    {
    }

    internal FileArchiveEvent(in Protocol.PayloadFields payload, FileArchiveChange change)
        : base(payload) => Change = change;

    /// <summary>What changed. Who it is about is asked for.</summary>
    public FileArchiveChange Change { get; init; }
}
