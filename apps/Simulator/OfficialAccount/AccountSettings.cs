namespace Hongyan.Simulator.OfficialAccount;

/// <summary>What 基本配置 takes.</summary>
internal static class AccountSettings
{
    private const int MinTokenLength = 3;

    /// <summary>What the console would not accept, by field; empty when all is well.</summary>
    public static IEnumerable<(string Field, Finding Problem)> Validate(CallbackSettings callback)
    {
        var problems = callback.Validate().Select(each => each.Field == "token" ? (each.Field, Finding.Of(FindingKind.SettingAccountToken)) : each).ToList();
        // The token of an app may be shorter.
        if (callback.Token?.Length < MinTokenLength && problems.All(each => each.Field != "token"))
            problems.Add(("token", Finding.Of(FindingKind.SettingAccountToken)));
        return problems;
    }
}
