using Hongyan;
using Hongyan.IssueDesk;
using Hongyan.IssueDesk.Reporters;
using Hongyan.IssueDesk.Trackers.Demo;
using Hongyan.IssueDesk.Trackers.Jira;
using Hongyan.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Opens the bug desk (提 bug).</summary>
public static class IssueDeskEndpointExtensions
{
    /// <summary>Makes a bot the desk's, and maps the pages of its demo tracker.</summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="bot">The bot of the account that people report to; it has no other routes.</param>
    /// <exception cref="HongyanStartupException">HY2002: the account cannot send, or there is no store.</exception>
    /// <exception cref="OptionsValidationException">HY2001, HY2003: a value is wrong.</exception>
    public static void MapIssueDesk(this IEndpointRouteBuilder endpoints, Bot bot)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(bot);
        var services = endpoints.ServiceProvider;
        if (!services.GetRequiredService<IInbox>().IsDurable)
            throw new HongyanStartupException("HY2002", "The bug desk keeps its drafts in the store; set Storage:Provider to Sqlite or PostgreSql, or IssueDesk:Enabled to false.");
        if (services.GetKeyedService<IActiveSender>(bot.Account.Name) is not { IsAvailable: true })
            throw new HongyanStartupException("HY2002", $"The bug desk sends messages by itself, and account '{bot.Account.Name}' cannot: set its Secret and AgentId.");

        JiraWebhook.Map(endpoints);
        IssueDeskBot.Map(bot, services.GetRequiredService<RateLimit>());
        if (services.GetRequiredService<IHostEnvironment>().IsDevelopment())
            DemoPages.Map(endpoints);
    }
}
