namespace Hongyan.Hub.Shell;

/// <summary>Where the console is.</summary>
internal static class ConsolePaths
{
    public const string Root = "/console";
    public const string SignIn = Root + "/sign-in";
    public const string SignOut = Root + "/sign-out";
    public const string Setup = Root + "/setup";
    public const string Link = Root + "/link";
    public const string Password = Root + "/password";
    public const string Status = Root + "/status";
    public const string Assets = Root + "/assets";
    public const string Deliveries = Root + "/deliveries";
    public const string Schedules = Root + "/schedules";
    public const string Accounts = Root + "/accounts";
    public const string Audit = Root + "/audit";
}
