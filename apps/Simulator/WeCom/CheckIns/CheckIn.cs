namespace Hongyan.Simulator.WeCom;

/// <summary>One check-in of a member (打卡记录).</summary>
public sealed record CheckIn
{
    /// <summary>UserID of the member.</summary>
    public required string UserId { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>上班打卡, 下班打卡 or 外出打卡.</summary>
    public required string Type { get; init; }

    /// <summary>时间异常, 地点异常, 未打卡 …; empty when all is well.</summary>
    public string Exception { get; init; } = "";

    /// <summary>The name of the place.</summary>
    public string LocationTitle { get; init; } = "";

    /// <summary>Its address.</summary>
    public string LocationDetail { get; init; } = "";

    /// <summary>Degrees north.</summary>
    public double Latitude { get; init; }

    /// <summary>Degrees east.</summary>
    public double Longitude { get; init; }

    /// <summary>What the member wrote.</summary>
    public string Notes { get; init; } = "";

    /// <summary>Away from work.</summary>
    public bool IsOutside => Type == "外出打卡";
}
