namespace Hongyan.OfficialAccount;

/// <summary>What the platform checks of the callback's address.</summary>
public enum CallbackCheck
{
    /// <summary>Both.</summary>
    All,

    /// <summary>What the name resolves to.</summary>
    Dns,

    /// <summary>Whether the address answers a ping.</summary>
    Ping,
}
