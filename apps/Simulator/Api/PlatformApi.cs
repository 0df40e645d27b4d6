using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Api;

/// <summary>The platforms' own API under /cgi-bin/ and 公众号's other areas, as far as the simulator plays it. A bot reaches it by its API base address.</summary>
internal static class PlatformApi
{
    /// <summary>Where nearly all of the API lives.</summary>
    public const string Prefix = "/cgi-bin";

    /// <summary>Where the rest of 公众号's API lives: templates of subscribe messages, statistics, web sign-in, customer service.</summary>
    public static IReadOnlyList<string> Areas { get; } = [Prefix, "/wxaapi", "/datacube", "/sns", "/customservice"];

    /// <summary>Whether a path is one of the API's.</summary>
    public static bool Owns(PathString path) => Areas.Any(area => path.StartsWithSegments(area));

    /// <summary>Writes every call down. Goes before routing.</summary>
    public static void UseApiCallRecorder(this WebApplication app) =>
        app.UseWhen(context => Owns(context.Request.Path), api => api.UseMiddleware<ApiCallRecorder>());

    /// <summary>Checks every call before it is answered. Goes after routing.</summary>
    public static void UseApiGate(this WebApplication app) =>
        app.UseWhen(context => Owns(context.Request.Path), api => api.UseMiddleware<ApiGate>());

    /// <summary>Maps all calls.</summary>
    public static void MapPlatformApi(this WebApplication app)
    {
        RobotMediaLinks.Map(app);
        WeComApi.MapCalls(app.MapGroup(Prefix).ExcludeFromDescription());
        OfficialAccountApi.MapCalls(app);
        foreach (var area in Areas)
            app.Map(area + "/{**rest}", (HttpContext context) => ApiAnswer.NotPlayed(context.Request.Path)).ExcludeFromDescription();
    }
}
