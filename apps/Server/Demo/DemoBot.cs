using Hongyan.Hub.Schedules;
using Hongyan.OfficialAccount;
using Hongyan.WeCom;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Hongyan.Server.Demo;

/// <summary>The bot of every account that no application claims: it shows what arrives, so that a newcomer sees the path work.</summary>
internal static class DemoBot
{
    public static void AddDemo(this IServiceCollection services, IConfiguration configuration, bool hasStore)
    {
        services.AddSingleton(ConfiguredTimeZone.Of(configuration));
        services.AddSingleton<DemoMemory>();
        if (hasStore)
        {
            services.AddSingleton<StoredDemoCounts>();
            services.AddSingleton<IDemoCounts>(provider => provider.GetRequiredService<StoredDemoCounts>());
            services.AddHostedService(provider => provider.GetRequiredService<StoredDemoCounts>());
        }
        else
        {
            services.AddSingleton<IDemoCounts, MemoryDemoCounts>();
        }
        services.AddSingleton<PictureMirror>();
        services.AddSingleton<DemoPicture>();
    }

    public static void MapDemo(this Bot bot, IServiceProvider services)
    {
        if (bot.Account.Platform == "WeComRobot")
        {
            bot.MapRobotDemo();
            return;
        }
        bot.OnText("帮助", (IStringLocalizer<DemoTexts> texts) => TextReply.Cut(texts["Help", bot.Describe()]));
        bot.OnText("help", (IStringLocalizer<DemoTexts> texts) => TextReply.Cut(texts["Help", bot.Describe()]));
        bot.OnText("计数", async (BotContext context, IDemoCounts counts, IStringLocalizer<DemoTexts> texts, CancellationToken cancellationToken) =>
            texts["Count", await counts.CountAsync(context, cancellationToken)].Value);
        bot.OnMenuClick("help", (IStringLocalizer<DemoTexts> texts) => TextReply.Cut(texts["Help", bot.Describe()]));
        bot.OnMenuClick("count", async (BotContext context, IDemoCounts counts, IStringLocalizer<DemoTexts> texts, CancellationToken cancellationToken) =>
            texts["Count", await counts.CountAsync(context, cancellationToken)].Value);
        bot.OnText((TextMessage message, IStringLocalizer<DemoTexts> texts) => TextReply.Cut(texts["Echo", message.Content]));

        MapPicture(bot, services);
        bot.OnVoice((VoiceMessage voice) => new VoiceReply(voice.MediaId));
        bot.OnVideo((VideoMessage video) => new VideoReply(video.MediaId));
        bot.OnLocation((LocationMessage place, IStringLocalizer<DemoTexts> texts) => TextReply.Cut(texts["Location", place.Label, place.Latitude, place.Longitude]));
        bot.OnLink((LinkMessage link, IStringLocalizer<DemoTexts> texts) => TextReply.Cut(texts["Link", link.Title, link.Url]));

        bot.On<ScanCodeWaitEvent>((ScanCodeWaitEvent scan, IStringLocalizer<DemoTexts> texts) => TextReply.Cut(texts["Scan", scan.ScanResult]));
        // Whoever opens an application is greeted; whoever follows an Official Account has nothing to open.
        if (bot.Account.Platform == "OfficialAccount")
            bot.On<SubscribeEvent>((IStringLocalizer<DemoTexts> texts) => texts["Welcome"].Value);
        else
            bot.On<EnterAgentEvent>((UserRef user, DemoMemory memory, IStringLocalizer<DemoTexts> texts) => memory.GreetsToday(user) ? texts["Welcome"].Value : null);
    }

    private static void MapPicture(Bot bot, IServiceProvider services)
    {
        if (bot.Account.Platform == "WeCom")
        {
            bot.OnImage((ImageMessage image, WeComClient wecom, DemoPicture picture, CancellationToken cancellationToken) =>
                picture.AnswerAsync(image, wecom, cancellationToken));
        }
        else if (services.GetRequiredService<IOptionsMonitor<OfficialAccountOptions>>().Get(bot.Account.Name).Verified)
        {
            bot.OnImage((ImageMessage image, OfficialAccountClient account, DemoPicture picture, CancellationToken cancellationToken) =>
                picture.AnswerAsync(image, account, cancellationToken));
        }
        else
        {
            // An account that is not verified may neither download nor upload.
            bot.OnImage((ImageMessage image) => new ImageReply(image.MediaId));
        }
    }
}
