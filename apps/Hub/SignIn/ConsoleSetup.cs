namespace Hongyan.Hub.SignIn;

/// <summary>What whoever starts a server has to know about its console.</summary>
public static class ConsoleSetup
{
    /// <summary>The file with the one-time link that makes the first administrator; null where there is one already.</summary>
    public static string? PendingFile(IServiceProvider services) => services.GetService<SetupLink>()?.PendingFile;
}
