namespace Hongyan.Protocol;

/// <summary>What every document says about itself, in each of the ways that it is said.</summary>
internal readonly record struct PayloadHeader(string ToUser, string FromUser, DateTimeOffset? CreatedAt, int? AgentId)
{
    /// <summary>What only a robot is told; null elsewhere.</summary>
    public Hongyan.WeCom.RobotChat? Robot { get; init; }

    /// <summary>Whether the one that is told is a suite, its provider or a third-party platform.</summary>
    public bool IsForThirdParty { get; init; }

    public static PayloadHeader Read(in PayloadFields payload)
    {
        if (!payload.Contains("ToUserName"u8))
        {
            if (payload.Contains("InfoType"u8))
                return ReadThirdParty(payload) with { IsForThirdParty = true };
            if (payload.Contains("aibotid"u8))
                return ReadRobot(payload);
            if (payload.Contains("event_type"u8))
                return new("", "", payload.Time("timestamp"u8), AgentId: null);
        }
        return new PayloadHeader(payload.Text("ToUserName"u8), payload.Text("FromUserName"u8), payload.Time("CreateTime"u8), payload.SmallNumber("AgentID"u8));
    }

    /// <summary>A suite (第三方应用), its provider (服务商) or a third-party platform (第三方平台) is told what happens at the corps and accounts that authorised it.</summary>
    private static PayloadHeader ReadThirdParty(in PayloadFields payload)
    {
        var receiver = payload.Contains("SuiteId"u8) ? "SuiteId"u8 : "ServiceCorpId"u8;
        return payload.Contains(receiver)
            ? new(payload.Text(receiver), payload.Text("AuthCorpId"u8), payload.Time("TimeStamp"u8), payload.SmallNumber("AgentID"u8))
            : new(payload.Text("AppId"u8), payload.Text("AuthorizerAppid"u8), payload.Time("CreateTime"u8), AgentId: null);
    }

    private static PayloadHeader ReadRobot(in PayloadFields payload) =>
        new(payload.Text("aibotid"u8), payload.Children("from"u8).Text("userid"u8), payload.Time("create_time"u8), AgentId: null)
        {
            Robot = new Hongyan.WeCom.RobotChat(payload),
        };
}
