using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>What a robot (智能机器人) is sent: messages by msgtype, events by eventtype.</summary>
internal static class RobotKinds
{
    public static Dictionary<string, IncomingParser.Read> Messages => new()
    {
    };

    public static Dictionary<string, IncomingParser.Read> Events => new()
    {
    };
}
