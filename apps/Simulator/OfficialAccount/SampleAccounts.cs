namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The 公众号 that exists without any configuration. The Server's account <c>oa</c> holds the same values.</summary>
public static class SampleAccounts
{
    /// <summary>鸿雁示例公众号: answered by the Server.</summary>
    public static Account Oa { get; } = new()
    {
        Name = "oa",
        DisplayName = "鸿雁示例公众号",
        Introduction = "鸿雁传书：在这里试试关注、发消息、点菜单。",
        OriginalId = "gh_17c0bf5f6e55",
        AppId = "wxb29832ac04b9ee46",
        Secret = "318b54817d0114fdd5b60c6658cb90f0",
        Callback = new(
            "http://127.0.0.1:5080/callback/oa",
            "vwX2BZrcR9UeGUPzUoU2",
            "GrFKd3BaksXkE9Yxjhn2WOljnzzp6XmS3kneeW3T5IJ"),
        StartCommand = "dotnet run --project apps/Server",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Account> All { get; } = [Oa];
}
