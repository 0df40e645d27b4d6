using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>A file (文件), as a robot gets it in the chat with it alone; up to 100 MB.</summary>
public sealed record FileMessage : IncomingMessage
{
    /// <summary>Makes one by hand, for a test.</summary>
    public FileMessage()
    {
    }

    internal FileMessage(in PayloadFields payload)
        : base(payload)
    {
    }

    /// <summary>Where the file is fetched, encrypted with the robot's key, for five minutes; <c>RobotClient.DownloadAsync</c> does both.</summary>
    public string Url { get; init; } = "";
}
