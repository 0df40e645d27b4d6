using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Live;
using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>Puts everything back to what it was at start.</summary>
internal sealed class SimulatorReset(
    SimulatedWorld world, DeliverySettingsStore settings, DeliveryEngine engine, LoadRuns runs, DeliveryLog deliveries, ConversationLog chats,
    FaultSwitches faults, ApiFaults apiFaults, SimulatedClock clock, MediaStore media, AccessTokens tokens, ApiCallLog calls, AppMenus menus,
    GroupChats groups, RobotMedia robotMedia, SentMessages sent, ResponseCodes responseCodes, MessageQuotas quotas,
    Workbenches workbenches, OAuthCodes signIns, JsSdkTickets tickets, CustomerBook customers, WelcomeCodes welcomeCodes, ServiceAccounts accounts,
    ServiceSessions sessions, ServiceCodes serviceCodes, CheckInLog checkIns, Followers followers, ReplyWindows windows, TypingStates typing,
    AccountTags accountTags, SceneCodes sceneCodes, ShortKeys shortKeys, DailyQuotas dailyQuotas, CallRids rids,
    ConditionalMenus conditionalMenus, AccountTickets accountTickets, AccountSignIns accountSignIns, KfStaff staff, KfDesk desk,
    TokenRefreshes refreshes, RobotBook robots,
    RobotDeliveries robotDeliveries, RobotStreams streams, RobotMediaLinks robotLinks, ResponseUrls responseUrls, RobotVisits visits, LaterWork later,
    Materials materials, Drafts drafts, ArticleBook articles, JobSettingsBook jobSettings, Publications publications, MassQuotas massQuotas,
    MassSpeeds massSpeeds, MassJobs massJobs, Templates templates, TemplateSends templateSends, SubscriptionTemplates subscriptionTemplates,
    Consents consents, LiveFeed feed)
{
    public async Task RunAsync()
    {
        await engine.CancelAllAsync();
        await robotDeliveries.CancelAllAsync();
        await runs.ClearAsync();
        later.Clear();
        world.Reset();
        settings.Reset();
        faults.Clear();
        apiFaults.Clear();
        clock.Reset();
        media.Clear();
        tokens.Clear();
        calls.Clear();
        menus.Reset();
        groups.Reset();
        robotMedia.Clear();
        sent.Clear();
        responseCodes.Clear();
        quotas.Clear();
        workbenches.Clear();
        signIns.Clear();
        tickets.Clear();
        customers.Reset();
        welcomeCodes.Clear();
        accounts.Reset();
        sessions.Clear();
        serviceCodes.Clear();
        checkIns.Clear();
        followers.Reset();
        windows.Clear();
        typing.Clear();
        refreshes.Clear();
        materials.Clear();
        drafts.Clear();
        articles.Clear();
        jobSettings.Clear();
        publications.Clear();
        massQuotas.Clear();
        massSpeeds.Clear();
        massJobs.Clear();
        templates.Reset();
        templateSends.Clear();
        subscriptionTemplates.Clear();
        consents.Clear();
        accountTags.Reset();
        sceneCodes.Clear();
        shortKeys.Clear();
        dailyQuotas.Clear();
        rids.Clear();
        conditionalMenus.Clear();
        accountTickets.Clear();
        accountSignIns.Clear();
        staff.Clear();
        desk.Clear();
        robots.Reset();
        streams.Clear();
        robotLinks.Clear();
        responseUrls.Clear();
        visits.Clear();
        deliveries.Clear();
        chats.Clear();
        feed.Publish(null);
    }
}
