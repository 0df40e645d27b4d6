using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Api;

/// <summary>The platforms' own API under /cgi-bin/, as far as the simulator plays it. A bot reaches it by its API base address.</summary>
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
        WeComApi.MapCalls(api);
        OfficialAccountApi.MapCalls(api);
        api.Map("/{**rest}", (HttpContext context) => ApiAnswer.NotPlayed(context.Request.Path));
    }
}
