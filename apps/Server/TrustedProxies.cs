using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Hongyan.Server;

/// <summary>
/// Whose word counts about where a request comes from and whether it came by HTTPS: that of the proxies in <c>Proxy:Trusted</c>. Where
/// the framework's own switch is on (<c>ASPNETCORE_FORWARDEDHEADERS_ENABLED</c>), which by itself believes everybody, it is theirs too.
/// </summary>
internal static class TrustedProxies
{
    private const string Setting = "Proxy:Trusted";

    /// <summary>Reads the setting; without it nobody is believed.</summary>
    /// <exception cref="HongyanStartupException">HY1001: something in it is neither an address nor a network.</exception>
    public static void AddTrustedProxies(this WebApplicationBuilder builder)
    {
        var trusted = (builder.Configuration[Setting] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Read).ToList();
        builder.Services.PostConfigure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = trusted.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
            // What the proxy itself writes, and nothing that somebody behind it may have written before.
            options.ForwardLimit = 1;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in trusted)
                options.KnownIPNetworks.Add(network);
        });
    }

    private static IPNetwork Read(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : throw new HongyanStartupException("HY1001",
            $"{Setting} has '{text}', which is neither an address nor a network; it is the proxies in front of this server, divided by semicolons, such as 127.0.0.1 or 127.0.0.1;10.1.2.0/24.");
}
