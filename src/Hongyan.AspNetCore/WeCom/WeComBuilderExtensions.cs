using Hongyan;
using Hongyan.WeCom;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.Hosting;

/// <summary>Registers WeCom (企业微信) accounts.</summary>
public static class WeComBuilderExtensions
{
    /// <summary>The platform, and the account and the section that are meant where none is named.</summary>
    internal const string Platform = "WeCom";

    /// <summary>
    /// Registers the account of section <c>WeCom</c>. Values that are absent there are taken from the environment names
    /// <c>WECOM_APP_CORP_ID</c>, <c>WECOM_APP_TOKEN</c> and <c>WECOM_APP_AES_KEY</c>. The process refuses to start when a value is missing.
    /// </summary>
    public static IHostApplicationBuilder AddWeCom(this IHostApplicationBuilder builder)
    {
        builder.AddWeCom(Platform, Platform);
        builder.Services.AddOptions<WeComOptions>(Platform).PostConfigure<IConfiguration>((options, configuration) =>
        {
            options.CorpId = FirstOf(options.CorpId, configuration["WECOM_APP_CORP_ID"]);
            options.Token = FirstOf(options.Token, configuration["WECOM_APP_TOKEN"]);
            options.EncodingAESKey = FirstOf(options.EncodingAESKey, configuration["WECOM_APP_AES_KEY"]);
        });
        return builder;
    }

    /// <summary>Registers one of several accounts.</summary>
    /// <param name="builder">The application's builder.</param>
    /// <param name="name">The account's name; <c>MapWeCom(path, name)</c> refers to it.</param>
    /// <param name="section">The section of the configuration that holds its values, such as <c>Accounts:demo</c>.</param>
    public static IHostApplicationBuilder AddWeCom(this IHostApplicationBuilder builder, string name, string section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(section);

        var services = builder.Services;
        services.AddBots();
        services.AddOptions<BotOptions>().BindConfiguration("Bots");
        services.AddOptions<WeComOptions>(name).BindConfiguration(section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<WeComOptions>, WeComOptionsValidator>());
        services.AddWeComClient(name);
        AccountSections.Of(services).Add(name, section, Platform);
        return builder;
    }

    private static string FirstOf(string configured, string? environment) => string.IsNullOrEmpty(configured) ? environment ?? "" : configured;
}
