using Hongyan.Simulator;

namespace Hongyan.Server;

/// <summary>In Development the simulator runs in this process, as a second host with its own container and port; only HTTP passes between the two.</summary>
internal static class SimulatorBeside
{
    /// <summary>Refuses a simulator where real messages may pass.</summary>
    public static void CheckAllowed(IConfiguration configuration, IHostEnvironment environment)
    {
        if (IsEnabled(configuration, environment) && !environment.IsDevelopment())
        {
            throw new HongyanStartupException("HY1012",
                $"Simulator:Enabled is true, but the environment is {environment.EnvironmentName}. The simulator plays the platform with published keys; remove the setting, or set ASPNETCORE_ENVIRONMENT=Development.");
        }
    }

    /// <summary>Starts it beside a server that has started; null where it is not enabled.</summary>
    public static async Task<WebApplication?> StartAsync(WebApplication server)
    {
        if (!IsEnabled(server.Configuration, server.Environment))
            return null;

        var simulator = SimulatorHost.Build([.. Arguments(server)]);
        try
        {
            await simulator.StartAsync();
            return simulator;
        }
        catch (Exception failure) when (Explain(failure, UrlsIn(server.Configuration)) is { } listen)
        {
            await simulator.DisposeAsync();
            throw listen;
        }
    }

    /// <summary>Where the accounts of Development call the simulator: at the first of the addresses that it is to listen on.</summary>
    /// <exception cref="ListenException">HY1010: <c>Simulator:Urls</c> has something in it that is no address.</exception>
    public static string AddressIn(IConfiguration configuration)
    {
        var urls = UrlsIn(configuration).Split(';');
        if (Array.Find(urls, url => !IsAddress(url)) is { } wrong)
            throw Explain(new FormatException(), wrong)!;
        return StartMessage.Reachable(urls[0]);
    }

    /// <summary>Where the simulator is to listen, divided by semicolons.</summary>
    private static string UrlsIn(IConfiguration configuration) =>
        configuration["Simulator:Urls"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } urls
            ? string.Join(';', urls)
            : SimulatorHost.DefaultUrl;

    private static bool IsAddress(string url)
    {
        try
        {
            return Uri.TryCreate(StartMessage.Reachable(url), UriKind.Absolute, out var address)
                && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && BindingAddress.Parse(url) is { PathBase: "", IsUnixPipe: false };
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static ListenException? Explain(Exception failure, string urls) => ListenException.Of(failure, urls, "--Simulator:Urls", 5190);

    private static bool IsEnabled(IConfiguration configuration, IHostEnvironment environment) =>
        configuration.GetValue("Simulator:Enabled", environment.IsDevelopment());

    /// <summary>The simulator's apps and accounts must have the keys that this server's accounts have, whatever the configuration changed.</summary>
    private static IEnumerable<string> Arguments(WebApplication server)
    {
        yield return $"--urls={UrlsIn(server.Configuration)}";
        var address = StartMessage.AddressOf(server);
        foreach (var account in ConfiguredAccount.ReadAll(server.Configuration))
        {
            var platform = AccountPlatform.All[account.Platform];
            yield return $"--{platform.SimulatorSection}:{account.Name}:CallbackUrl={address}/callback/{account.Name}";
            foreach (var key in platform.SimulatorKeys)
            {
                if (server.Configuration[$"{account.Section}:{key}"] is { Length: > 0 } value)
                    yield return $"--{platform.SimulatorSection}:{account.Name}:{key}={value}";
            }
        }
    }
}
