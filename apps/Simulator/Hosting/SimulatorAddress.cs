using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Hongyan.Simulator.Hosting;

/// <summary>Where a bot on this machine reaches the simulator: for addresses inside messages, such as PicUrl.</summary>
internal sealed class SimulatorAddress(IServer server)
{
    /// <summary>The address of a path.</summary>
    public string Of(string path)
    {
        // The bound addresses, not the configured ones: with port 0 only these are known to work.
        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? SimulatorHost.DefaultUrl;
        var address = new Uri(bound.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal));
        var host = address.Host is "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
        return new UriBuilder(address.Scheme, host.Trim('[', ']'), address.Port, path).Uri.AbsoluteUri;
    }
}
