using Hongyan;
using Hongyan.Protocol;
using Hongyan.WeCom;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the address that WeCom (企业微信) calls back.</summary>
public static class WeComEndpointExtensions
{
    /// <summary>
    /// Maps the callback address of an account: GET answers the URL verification of the console's 接收消息 page, POST takes messages.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="path">The path of the URL that is entered in the console, such as <c>/wecom</c>.</param>
    /// <param name="account">The account's name; leave it out where there is only <c>AddWeCom()</c>.</param>
    /// <returns>The bot; register its routes before <c>app.Run()</c>.</returns>
    /// <exception cref="HongyanStartupException">The account is not registered (HY1007), or its configuration is wrong (HY1001, HY1002).</exception>
    public static Bot MapWeCom(this IEndpointRouteBuilder endpoints, string path, string account = WeComBuilderExtensions.Platform)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var options = CallbackEndpoint.OptionsOf<WeComOptions>(endpoints.ServiceProvider, account, WeComBuilderExtensions.Platform);
        return CallbackEndpoint.Map(
            endpoints, path,
            new Account(account, WeComBuilderExtensions.Platform, options.CorpId, options.AgentId),
            new CallbackEnvelope(options.Token, options.EncodingAESKey, options.CorpId),
            options.MaxCallbackAge);
    }
}
