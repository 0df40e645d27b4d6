using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>
/// What only an Official Account, a mini program or a third-party platform is sent. A new one takes a record in the folder of its family,
/// a row here and a payload in tests/corpus/official-account.
/// </summary>
internal static class OfficialAccountEvents
{
    /// <summary>The messages by MsgType, and the events that are told from messages by it.</summary>
    public static Dictionary<string, IncomingParser.Read> Messages => new()
    {
    };

    /// <summary>The events by Event.</summary>
    public static Dictionary<string, IncomingParser.Read> Table => new()
    {
    };

    /// <summary>What a third-party platform (第三方平台) is told, by InfoType.</summary>
    public static Dictionary<string, IncomingParser.Read> ThirdPartyTable => new()
    {
    };
}
