namespace Hongyan.Hub.Shell;

/// <summary>How the console is run. Section <c>Console</c>, read once at start.</summary>
/// <param name="IsOpen">Whether there is a console that can be used: it needs a store, except where nobody needs an account.</param>
/// <param name="SignsInAlone">Whether somebody on this machine is let in without a password. Development only.</param>
/// <param name="DataFolder">Where the one-time link for the first administrator goes; null without a store.</param>
internal sealed record ConsoleOptions(bool IsOpen, bool SignsInAlone, string? DataFolder)
{
    /// <summary>Reads the section.</summary>
    /// <param name="configuration">The server's configuration.</param>
    /// <param name="environment">The server's environment.</param>
    /// <param name="dataFolder">Where the server keeps things; null without a store.</param>
    /// <exception cref="HongyanStartupException">HY1020: signing in alone outside Development.</exception>
    public static ConsoleOptions Read(IConfiguration configuration, IHostEnvironment environment, string? dataFolder)
    {
        var isDevelopment = environment.IsDevelopment();
        var signsInAlone = configuration.GetValue("Console:AutoSignIn", isDevelopment);
        if (signsInAlone && !isDevelopment)
        {
            throw new HongyanStartupException("HY1020",
                $"Console:AutoSignIn is true, but the environment is {environment.EnvironmentName}. It lets in whoever reaches this machine's own address; remove the setting, or set ASPNETCORE_ENVIRONMENT=Development.");
        }
        return new ConsoleOptions(dataFolder is not null || signsInAlone, signsInAlone, dataFolder);
    }
}
