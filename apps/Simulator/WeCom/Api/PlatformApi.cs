namespace Hongyan.Simulator.WeCom;

/// <summary>The platform's own API under /cgi-bin/, as far as the simulator plays it. A bot reaches it by its API base address.</summary>
internal static class PlatformApi
{
    /// <summary>Where the API lives.</summary>
    public const string Prefix = "/cgi-bin";

    /// <summary>Writes every call down. Goes before routing.</summary>
    public static void UseApiCallRecorder(this WebApplication app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Prefix), api => api.UseMiddleware<ApiCallRecorder>());

    /// <summary>Checks every call before it is answered. Goes after routing.</summary>
    public static void UseApiGate(this WebApplication app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Prefix), api => api.UseMiddleware<ApiGate>());

    /// <summary>Maps all calls.</summary>
    public static void MapPlatformApi(this WebApplication app)
    {
        RobotMediaLinks.Map(app);
        var api = app.MapGroup(Prefix).ExcludeFromDescription();
        ResponseUrlApi.Map(api);
        TokenApi.Map(api);
        MediaApi.Map(api);
        CustomerApi.Map(api);
        CustomerTagApi.Map(api);
        ContactWayApi.Map(api);
        CustomerGroupApi.Map(api);
        ServiceAccountApi.Map(api);
        ServiceSessionApi.Map(api);
        ServiceMessageApi.Map(api);
        CheckInApi.Map(api);
        MessageApi.Map(api);
        AppChatApi.Map(api);
        WebhookApi.Map(api);
        UserApi.Map(api);
        UserListApi.Map(api);
        DepartmentApi.Map(api);
        TagApi.Map(api);
        AgentApi.Map(api);
        WorkbenchApi.Map(api);
        MenuApi.Map(api);
        OAuthApi.Map(api);
        JsSdkApi.Map(api);
        api.Map("/{**rest}", (HttpContext context) => ApiAnswer.NotPlayed(context.Request.Path));
    }
}
