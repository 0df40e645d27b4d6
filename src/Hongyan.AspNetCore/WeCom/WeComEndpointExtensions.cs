using Hongyan;
using Hongyan.WeCom;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

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
    public static Bot MapWeCom(this IEndpointRouteBuilder endpoints, string path, string account = WeComBuilderExtensions.DefaultName)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var services = endpoints.ServiceProvider;
        if (services.GetService<AccountSections>()?.Contains(account) != true)
        {
            throw new HongyanStartupException("HY1007", account == WeComBuilderExtensions.DefaultName
                ? "MapWeCom found no account. Call builder.AddWeCom() before builder.Build()."
                : $"MapWeCom found no account '{account}'. Call builder.AddWeCom(\"{account}\", section) before builder.Build().");
        }

        var options = Validated(services, account);
        var bot = new Bot(new Account(account, "WeCom", options.CorpId, options.AgentId), services);
        var callback = ActivatorUtilities.CreateInstance<WeComCallback>(services, bot, options);
        // The signature is the callback's sign-in; an application that asks everybody else to sign in must not turn the platform away.
        endpoints.Map(path, callback.HandleAsync).WithDisplayName($"WeCom callback of account {account}").WithMetadata(bot.Account).AllowAnonymous();
        if (services.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            // The simulator shows this list beside the chat. It names what the bot reacts to, which is nobody's business elsewhere.
            endpoints.MapGet($"{path.TrimEnd('/')}/routes", () => bot.Describe()).WithDisplayName($"Routes of account {account}").AllowAnonymous();
        }
        return bot;
    }

    private static WeComOptions Validated(IServiceProvider services, string account)
    {
        try
        {
            return services.GetRequiredService<IOptionsMonitor<WeComOptions>>().Get(account);
        }
        catch (OptionsValidationException invalid)
        {
            throw new HongyanStartupException(invalid.Failures);
        }
    }
}
