using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>
/// The events that only a suite (第三方应用) is told of, by InfoType. Those that an application gets as well are in <see cref="WeComEvents"/> and
/// are found there.
/// </summary>
internal static class SuiteEvents
{
    public static Dictionary<string, IncomingParser.Read> Table => new()
    {
    };
}
