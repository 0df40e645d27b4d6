using System.Text.Json.Nodes;
using Hongyan.Simulator.Hosting;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>/cgi-bin/agent/…: an app's own settings (应用管理).</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90227, 90228.</remarks>
internal static class AgentApi
{
    private const int MaxName = 32;
    private const int MaxDescription = 120;

    public static void Map(RouteGroupBuilder api)
    {
        api.Call("GET /agent/get", ApiModule.Application, Get);
        api.Call("POST /agent/set", ApiModule.Application, Set);
        api.Call("GET /agent/list", ApiModule.Application, List);
    }

    private static ApiAnswer Get(ApiRequest request)
    {
        if (request.CheckAgent(request.Query("agentid")) is { } error)
            return ApiAnswer.Failed(error);
        var app = request.App;
        return ApiAnswer.Ok(
            ("agentid", app.AgentId),
            ("name", app.DisplayName),
            ("square_logo_url", app.Settings.LogoUrl),
            ("description", app.Settings.Description),
            ("allow_userinfos", new JsonObject { ["user"] = new JsonArray([.. app.Scope.UserIds.Select(id => new JsonObject { ["userid"] = id })]) }),
            ("allow_partys", new JsonObject { ["partyid"] = Numbers(app.Scope.DepartmentIds) }),
            ("allow_tags", new JsonObject { ["tagid"] = Numbers(app.Scope.TagIds) }),
            ("close", 0),
            ("redirect_domain", app.Settings.TrustedDomain),
            ("report_location_flag", app.Settings.ReportLocationFlag),
            ("isreportenter", app.Settings.ReportsEntering ? 1 : 0),
            ("home_url", app.Settings.HomeUrl),
            ("customized_publish_status", 1));
    }

    private static ApiAnswer Set(ApiRequest request, SimulatedWorld world, MediaStore media, SimulatorAddress address)
    {
        var body = request.Body;
        if (request.CheckAgent(body.Text("agentid")) is { } error)
            return ApiAnswer.Failed(error);
        if (body.Text("name") is { Length: 0 or > MaxName })
            return ApiAnswer.Failed(AgentErrors.NameLength);
        if (body.Text("description") is { Length: > MaxDescription })
            return ApiAnswer.Failed(AgentErrors.DescriptionLength);
        if (body.Number("report_location_flag") is not (null or 0 or 1) || body.Number("isreportenter") is not (null or 0 or 1))
            return ApiAnswer.Failed(ContactErrors.WrongParameter);
        if (body.Text("logo_mediaid") is { } logo && media.FindValid(logo) is null)
            return ApiAnswer.Failed(WeComErrors.WrongMediaId);

        world.SaveSettings(request.App, body.Text("name"), settings => settings with
        {
            Description = body.Text("description") ?? settings.Description,
            LogoUrl = body.Text("logo_mediaid") is { } picture ? address.Of($"/sim/media/{picture}") : settings.LogoUrl,
            TrustedDomain = body.Text("redirect_domain") ?? settings.TrustedDomain,
            ReportLocationFlag = (int)(body.Number("report_location_flag") ?? settings.ReportLocationFlag),
            ReportsEntering = body.Number("isreportenter") is { } enter ? enter == 1 : settings.ReportsEntering,
            HomeUrl = body.Text("home_url") ?? settings.HomeUrl,
        });
        return ApiAnswer.Ok();
    }

    private static ApiAnswer List(ApiRequest request) => ApiAnswer.Ok(("agentlist", new JsonArray(new JsonObject
    {
        ["agentid"] = request.App.AgentId,
        ["name"] = request.App.DisplayName,
        ["square_logo_url"] = request.App.Settings.LogoUrl,
    })));

    private static JsonArray Numbers(IEnumerable<int> numbers) => new([.. numbers.Select(number => JsonValue.Create(number))]);
}
