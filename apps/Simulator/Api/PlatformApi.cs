using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Api;

/// <summary>The platforms' own API under /cgi-bin/, and what 公众号 has beside it, as far as the simulator plays it. A bot reaches it by its API base address.</summary>
internal static class PlatformApi
{
    /// <summary>Where the API lives.</summary>
    public const string Prefix = "/cgi-bin";

    // 公众号 has these beside it.
    private static readonly string[] Prefixes = [Prefix, "/sns", "/datacube", "/customservice", "/wxaapi"];

    /// <summary>Writes every call down. Goes before routing.</summary>
    public static void UseApiCallRecorder(this WebApplication app) =>
        app.UseWhen(IsCall, api => api.UseMiddleware<ApiCallRecorder>());

    /// <summary>Checks every call before it is answered. Goes after routing.</summary>
    public static void UseApiGate(this WebApplication app) =>
        app.UseWhen(IsCall, api => api.UseMiddleware<ApiGate>());

    /// <summary>Maps all calls.</summary>
    public static void MapPlatformApi(this WebApplication app)
    {
        RobotMediaLinks.Map(app);
        WeComApi.MapCalls(app.MapGroup(Prefix).ExcludeFromDescription());
        OfficialAccountApi.MapCalls(app);
        foreach (var prefix in Prefixes)
            app.Map(prefix + "/{**rest}", (HttpContext context) => ApiAnswer.NotPlayed(context.Request.Path)).ExcludeFromDescription();
    }

    private static bool IsCall(HttpContext context) => Prefixes.Any(prefix => context.Request.Path.StartsWithSegments(prefix));
}
