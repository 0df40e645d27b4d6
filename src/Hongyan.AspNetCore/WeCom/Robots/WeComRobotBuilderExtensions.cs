using Hongyan;
using Hongyan.WeCom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.Hosting;

/// <summary>Registers robots of WeCom (智能机器人).</summary>
public static class WeComRobotBuilderExtensions
{
    /// <summary>The platform, and the account and the section that are meant where none is named.</summary>
    internal const string Platform = "WeComRobot";

    /// <summary>Registers the robot of section <c>WeComRobot</c>. The process refuses to start when a value is missing.</summary>
    public static IHostApplicationBuilder AddWeComRobot(this IHostApplicationBuilder builder) => builder.AddWeComRobot(Platform, Platform);

    /// <summary>Registers one of several robots.</summary>
    /// <param name="builder">The application's builder.</param>
    /// <param name="name">The account's name; <c>MapWeComRobot(path, name)</c> refers to it.</param>
    /// <param name="section">The section of the configuration that holds its values, such as <c>Accounts:robot</c>.</param>
    public static IHostApplicationBuilder AddWeComRobot(this IHostApplicationBuilder builder, string name, string section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(section);

        var services = builder.Services;
        services.AddBots();
        services.AddOptions<BotOptions>().BindConfiguration("Bots");
        services.AddOptions<WeComRobotOptions>(name).BindConfiguration(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WeComRobotOptions>, WeComRobotOptionsValidator>());
        services.AddPlatformHttpClient(HttpClientName(name));
        services.AddKeyedSingleton(name, CreateClient);
        services.TryAddKeyedSingleton<IActiveSender>(name, (provider, key) => new WeComRobotSender(provider, (string)key!));
        AccountSections.Of(services).Add(name, section, Platform);
        return builder;
    }

    private static string HttpClientName(string account) => $"Hongyan.WeComRobot.{account}";

    private static RobotClient CreateClient(IServiceProvider services, object? key)
    {
        var account = (string)key!;
        return new RobotClient(
            services.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName(account)),
            new RobotClientOptions { EncodingAESKey = services.GetRequiredService<IOptionsMonitor<WeComRobotOptions>>().Get(account).EncodingAESKey },
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<RobotClient>>());
    }
}
