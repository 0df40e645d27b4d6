using System.Collections.Concurrent;
using Hongyan.WeCom;
using Microsoft.Extensions.Logging;

namespace Hongyan.IssueDesk.Announcements;

/// <summary>The group robots that the configuration named so far: one client each, because it keeps the robot's turns.</summary>
internal sealed class RobotClients(IHttpClientFactory http, TimeProvider time, ILogger<GroupRobotClient> logger)
{
    /// <summary>The named HttpClient, for whoever has to send its calls through a proxy.</summary>
    public const string HttpClientName = "Hongyan.IssueDesk.Robot";

    private readonly ConcurrentDictionary<string, GroupRobotClient> _clients = new(StringComparer.Ordinal);

    public GroupRobotClient For(string webhook) => _clients.GetOrAdd(webhook, address =>
        new GroupRobotClient(http.CreateClient(HttpClientName), GroupRobotClientOptions.ForWebhook(new Uri(address)), time, logger));
}
