using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;

namespace Hongyan.IssueDesk.Settings;

/// <summary>Where people's browsers reach the desk's pages.</summary>
internal sealed class DeskAddress(DeskSettings settings, IServer server)
{
    /// <summary>The address of a page.</summary>
    /// <param name="path">With a slash at its start.</param>
    public Uri Of(string path) => new(settings.Current.PublicUrl ?? Listening(), path);

    private Uri Listening()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        var binding = BindingAddress.Parse(address);
        var host = binding.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : binding.Host;
        return new Uri($"{binding.Scheme}://{host}:{binding.Port}");
    }
}
