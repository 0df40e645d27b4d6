using Hongyan;
using Hongyan.OfficialAccount;
using Hongyan.Protocol;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the address that an Official Account (公众号) calls back.</summary>
public static class OfficialAccountEndpointExtensions
{
    /// <summary>
    /// Maps the callback address of an account: GET answers the verification of the console's 服务器配置, POST takes messages in the mode that
    /// is configured.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="path">The path of the URL that is entered in the console, such as <c>/oa</c>.</param>
    /// <param name="account">The account's name; leave it out where there is only <c>AddOfficialAccount()</c>.</param>
    /// <returns>The bot; register its routes before <c>app.Run()</c>.</returns>
    /// <exception cref="HongyanStartupException">The account is not registered (HY1007), or its configuration is wrong (HY1001, HY1002).</exception>
    public static Bot MapOfficialAccount(
        this IEndpointRouteBuilder endpoints, string path, string account = OfficialAccountBuilderExtensions.Platform)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var options = CallbackEndpoint.OptionsOf<OfficialAccountOptions>(endpoints.ServiceProvider, account, OfficialAccountBuilderExtensions.Platform);
        return CallbackEndpoint.Map(
            endpoints, path,
            new Account(account, OfficialAccountBuilderExtensions.Platform, options.AppId),
            new OfficialAccountEnvelope(options.Mode, options.Token, options.EncodingAESKey, options.AppId),
            options.MaxCallbackAge);
    }
}
