using Hongyan.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hongyan;

/// <summary>Maps the callback address of an account of any platform.</summary>
internal static class CallbackEndpoint
{
    /// <summary>The options of an account that was added, validated.</summary>
    /// <param name="services">The application's.</param>
    /// <param name="account">The account's name.</param>
    /// <param name="platform">Its platform, also the name of the account that is meant where none is named.</param>
    /// <exception cref="HongyanStartupException">The account was not added (HY1007), or its configuration is wrong (HY1001, HY1002).</exception>
    public static TOptions OptionsOf<TOptions>(IServiceProvider services, string account, string platform)
    {
        if (services.GetService<AccountSections>()?.Contains(account, platform) != true)
        {
            throw new HongyanStartupException("HY1007", account == platform
                ? $"Map{platform} found no account. Call builder.Add{platform}() before builder.Build()."
                : $"Map{platform} found no account '{account}'. Call builder.Add{platform}(\"{account}\", section) before builder.Build().");
        }
        try
        {
            return services.GetRequiredService<IOptionsMonitor<TOptions>>().Get(account);
        }
        catch (OptionsValidationException invalid)
        {
            throw new HongyanStartupException(invalid.Failures);
        }
        // A value that is no number, no truth value or none of the words; it is named, and none of these is secret.
        catch (InvalidOperationException unreadable)
        {
            throw new HongyanStartupException("HY1001", unreadable.Message);
        }
    }

    /// <summary>Maps the address and, in Development, the list of the bot's routes below it.</summary>
    public static Bot Map(IEndpointRouteBuilder endpoints, string path, Account account, ICallbackEnvelope envelope, TimeSpan? maxAge)
    {
        var services = endpoints.ServiceProvider;
        var bot = new Bot(account, services);
        var callback = new PlatformCallback(
            bot, envelope, maxAge,
            services.GetRequiredService<ReplyDelivery>(),
            services.GetRequiredService<BotMetrics>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<PlatformCallback>>());
        // The signature is the callback's sign-in; an application that asks everybody else to sign in must not turn the platform away.
        endpoints.Map(path, callback.HandleAsync).WithDisplayName($"{account.Platform} callback of account {account.Name}").WithMetadata(account).AllowAnonymous();
        if (services.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            // The simulator shows this list beside the chat. It names what the bot reacts to, which is nobody's business elsewhere.
            endpoints.MapGet($"{path.TrimEnd('/')}/routes", () => bot.Describe()).WithDisplayName($"Routes of account {account.Name}").AllowAnonymous();
        }
        return bot;
    }
}
