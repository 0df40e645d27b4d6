using Hongyan;
using Hongyan.WeCom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.Hosting;

/// <summary>Registers group robots (群机器人, 消息推送).</summary>
public static class GroupRobotBuilderExtensions
{
    /// <summary>
    /// Registers the robot of a section as a <see cref="GroupRobotClient"/> with this name as its key:
    /// <c>([FromKeyedServices("notice")] GroupRobotClient robot)</c>. The process refuses to start when the address is missing or is none.
    /// </summary>
    /// <param name="builder">The application's builder.</param>
    /// <param name="name">The robot's name in this program.</param>
    /// <param name="section">The section of the configuration that holds <c>WebhookUrl</c>, such as <c>Robots:notice</c>.</param>
    public static IHostApplicationBuilder AddGroupRobot(this IHostApplicationBuilder builder, string name, string section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(section);
        builder.Services.AddOptions<GroupRobotOptions>(name).BindConfiguration(section)
            .Validate(
                options => TryRead(options.WebhookUrl, out _),
                $"HY1001: {section}:WebhookUrl is missing or is no webhook address. Copy it from the group → 群机器人 (消息推送); it reads https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=….")
            .ValidateOnStart();
        AddClient(builder.Services, name);
        return builder;
    }

    /// <summary>Registers a robot whose webhook address the program got by itself, such as from a vault.</summary>
    /// <param name="builder">The application's builder.</param>
    /// <param name="name">The robot's name in this program.</param>
    /// <param name="webhook">The address, a secret.</param>
    public static IHostApplicationBuilder AddGroupRobot(this IHostApplicationBuilder builder, string name, Uri webhook)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        GroupRobotClientOptions.ForWebhook(webhook);
        builder.Services.Configure<GroupRobotOptions>(name, options => options.WebhookUrl = webhook.OriginalString);
        AddClient(builder.Services, name);
        return builder;
    }

    private static string HttpClientName(string name) => $"Hongyan.GroupRobot.{name}";

    private static void AddClient(IServiceCollection services, string name)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddPlatformHttpClient(HttpClientName(name));
        services.AddKeyedSingleton(name, Create);
    }

    private static GroupRobotClient Create(IServiceProvider services, object? key)
    {
        var name = (string)key!;
        TryRead(services.GetRequiredService<IOptionsMonitor<GroupRobotOptions>>().Get(name).WebhookUrl, out var options);
        return new GroupRobotClient(
            services.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName(name)),
            options!,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<GroupRobotClient>>());
    }

    private static bool TryRead(string webhook, out GroupRobotClientOptions? options)
    {
        options = null;
        if (!Uri.TryCreate(webhook, UriKind.Absolute, out var address))
            return false;
        try
        {
            options = GroupRobotClientOptions.ForWebhook(address);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
