namespace Hongyan.OfficialAccount;

/// <summary>What one strategy of a content check says.</summary>
public sealed record MediaCheckDetail
{
    /// <summary>The strategy, such as <c>content_model</c>.</summary>
    public string Strategy { get; init; } = "";

    /// <summary>0, or why there is nothing to say.</summary>
    public int ErrorCode { get; init; }

    /// <summary><c>pass</c>, <c>review</c> or <c>risky</c>.</summary>
    public string Suggestion { get; init; } = "";

    /// <summary>What was found.</summary>
    public int? Label { get; init; }

    /// <summary>How sure it is, 0 to 100.</summary>
    public int? Probability { get; init; }

    internal static MediaCheckDetail Read(in Protocol.PayloadFields payload) => new()
    {
        Strategy = payload.Text("strategy"u8),
        ErrorCode = payload.SmallNumber("errcode"u8) ?? 0,
        Suggestion = payload.Text("suggest"u8),
        Label = payload.SmallNumber("label"u8),
        Probability = payload.SmallNumber("prob"u8),
    };
}
