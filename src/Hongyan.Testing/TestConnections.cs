using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Hongyan.Testing;

/// <summary>Leads the API calls of every account to the test's own platform.</summary>
internal sealed class TestConnections(TestPlatform platform, IServiceProvider services) : IPostConfigureOptions<HttpClientFactoryOptions>
{
    private static readonly string[] Prefixes = ["Hongyan.WeCom.", "Hongyan.OfficialAccount.", "Hongyan.WeComRobot."];

    public void PostConfigure(string? name, HttpClientFactoryOptions options)
    {
        if (Array.Find(Prefixes, prefix => name?.StartsWith(prefix, StringComparison.Ordinal) == true) is { } prefix)
            options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = platform.HandlerFor(name![prefix.Length..], services));
    }
}
