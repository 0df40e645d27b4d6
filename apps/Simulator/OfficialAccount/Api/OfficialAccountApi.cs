namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The API of 公众号: how its calls are written, and its manner of refusing one.</summary>
internal static class OfficialAccountApi
{
    /// <summary>The platform.</summary>
    public static ApiPlatform Platform { get; } = new()
    {
        NoToken = OfficialAccountErrors.NoToken,
        WrongToken = OfficialAccountErrors.WrongToken,
        ReplacedToken = OfficialAccountErrors.ReplacedToken,
        ExpiredToken = OfficialAccountErrors.ExpiredToken,
        NotGet = OfficialAccountErrors.NotGet,
        NotPost = OfficialAccountErrors.NotPost,
        WrongJson = OfficialAccountErrors.WrongJson,
        Forbidden = OfficialAccountErrors.Unauthorized,
        OfAnyCall =
        [
            OfficialAccountErrors.Busy, OfficialAccountErrors.ReplacedToken, OfficialAccountErrors.WrongToken, OfficialAccountErrors.UntrustedAddress,
            OfficialAccountErrors.NoToken, OfficialAccountErrors.ExpiredToken, OfficialAccountErrors.DailyQuota, OfficialAccountErrors.MinuteQuota,
            OfficialAccountErrors.WindowClosed, OfficialAccountErrors.WindowUsedUp, OfficialAccountErrors.Unauthorized,
        ],
        SpoilsTokens = code => code == OfficialAccountErrors.ReplacedToken.Code || code == OfficialAccountErrors.WrongToken.Code
            || code == OfficialAccountErrors.ExpiredToken.Code,
        Spend = (context, caller) => context.RequestServices.GetRequiredService<DailyQuotas>().Spend(caller.Account!, context.Request.Path),
        Explain = Explain,
    };

    /// <summary>Maps all calls.</summary>
    public static void MapCalls(IEndpointRouteBuilder app)
    {
        var api = new OfficialAccountCalls(app);
        AccountTokenApi.Map(api);
        CustomerMessageApi.Map(api);
        AccountMediaApi.Map(api);
        AccountMenuApi.Map(api);
        FollowerApi.Map(api);
        MaterialApi.Map(api);
        DraftApi.Map(api);
        PublishApi.Map(api);
        MassMessageApi.Map(api);
        TemplateApi.Map(api);
        SubscriptionApi.Map(api);
        AccountTagApi.Map(api);
        BlacklistApi.Map(api);
        SceneCodeApi.Map(api);
        QuotaApi.Map(api);
        PlatformAddressApi.Map(api);
        AccountJsSdkApi.Map(api);
        AccountOAuthApi.Map(api);
        KfApi.Map(api);
        KfSessionApi.Map(api);
        StatisticsApi.Map(api);
    }

    private static string Explain(ApiError error, HttpContext context) =>
        $"{error.Message} rid: {context.RequestServices.GetRequiredService<CallRids>().Issue(context.Features.Get<ApiCallFacts>()!.Id)}";
}
