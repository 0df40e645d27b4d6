using Hongyan;
using Hongyan.OfficialAccount;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.Hosting;

/// <summary>Registers Official Accounts (公众号).</summary>
public static class OfficialAccountBuilderExtensions
{
    /// <summary>The platform, and the account and the section that are meant where none is named.</summary>
    internal const string Platform = "OfficialAccount";

    /// <summary>Registers the account of section <c>OfficialAccount</c>. The process refuses to start when a value is missing.</summary>
    public static IHostApplicationBuilder AddOfficialAccount(this IHostApplicationBuilder builder) => builder.AddOfficialAccount(Platform, Platform);

    /// <summary>Registers one of several accounts.</summary>
    /// <param name="builder">The application's builder.</param>
    /// <param name="name">The account's name; <c>MapOfficialAccount(path, name)</c> refers to it.</param>
    /// <param name="section">The section of the configuration that holds its values, such as <c>Accounts:oa</c>.</param>
    public static IHostApplicationBuilder AddOfficialAccount(this IHostApplicationBuilder builder, string name, string section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(section);

        var services = builder.Services;
        services.AddBots();
        services.AddOptions<BotOptions>().BindConfiguration("Bots");
        services.AddOptions<OfficialAccountOptions>(name).BindConfiguration(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<OfficialAccountOptions>, OfficialAccountOptionsValidator>());
        services.AddOfficialAccountClient(name);
        AccountSections.Of(services).Add(name, section, Platform);
        return builder;
    }
}
