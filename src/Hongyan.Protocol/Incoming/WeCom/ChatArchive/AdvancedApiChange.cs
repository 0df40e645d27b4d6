namespace Hongyan.WeCom;

/// <summary>What happened to a corp's right to interfaces that cost extra.</summary>
public enum AdvancedApiChange
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>It ended (advanced_api_expired).</summary>
    Expired = 1,

    /// <summary>Its trial ended (advanced_api_trial_expired).</summary>
    TrialExpired = 2,

    /// <summary>There are more members than accounts (advanced_api_insufficient).</summary>
    Insufficient = 3,
}
