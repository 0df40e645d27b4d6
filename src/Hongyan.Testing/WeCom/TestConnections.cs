using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Hongyan.Testing;

/// <summary>Leads the API calls of every account to the test's own platform.</summary>
internal sealed class TestConnections(TestPlatform platform) : IPostConfigureOptions<HttpClientFactoryOptions>
{
    private const string Prefix = "Hongyan.WeCom.";

    public void PostConfigure(string? name, HttpClientFactoryOptions options)
    {
        if (name?.StartsWith(Prefix, StringComparison.Ordinal) == true)
            options.HttpMessageHandlerBuilderActions.Add(builder => builder.PrimaryHandler = platform.HandlerFor(name[Prefix.Length..]));
    }
}
