namespace Hongyan.WeCom;

/// <summary>What happened to an application that is hardly used.</summary>
public enum AgentActivity
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>It will be suspended because nobody used it for long (inactive_alert).</summary>
    InactiveAlert = 1,

    /// <summary>Too few use it, which will have consequences (low_active_alert).</summary>
    LowActiveAlert = 2,

    /// <summary>It was suspended (长期未使用应用临时停用, close_inactive_agent).</summary>
    Suspended = 3,

    /// <summary>It was enabled again (长期未使用应用重新启用, reopen_inactive_agent).</summary>
    Reopened = 4,

    /// <summary>Too few use it, which has consequences now (low_active).</summary>
    LowActive = 5,

    /// <summary>It is used enough again (active_restored).</summary>
    ActiveRestored = 6,
}
