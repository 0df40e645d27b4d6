using System.Text.Json.Nodes;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>/cgi-bin/agent/…workbench…: what an app shows on the workbench (工作台自定义展示).</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/92535.</remarks>
internal static class WorkbenchApi
{
    private const int MaxFigures = 4;
    private const int MaxLines = 3;

    public static void Map(RouteGroupBuilder api)
    {
        api.Call("POST /agent/set_workbench_template", ApiModule.Application, SetTemplate);
        api.Call("POST /agent/get_workbench_template", ApiModule.Application, GetTemplate);
        api.Call("POST /agent/set_workbench_data", ApiModule.Application, SetContent);
    }

    private static ApiAnswer SetTemplate(ApiRequest request, Workbenches workbenches)
    {
        var (template, error) = Read(request);
        if (error is not null)
            return ApiAnswer.Failed(error);
        workbenches.Save(request.App.Name, template, forEverybody: request.Body["replace_user_data"] is JsonValue value && value.TryGetValue<bool>(out var replace) && replace);
        return ApiAnswer.Ok();
    }

    private static ApiAnswer GetTemplate(ApiRequest request, Workbenches workbenches)
    {
        if (request.CheckAgent(request.Body.Text("agentid")) is { } error)
            return ApiAnswer.Failed(error);
        var template = workbenches.TemplateOf(request.App.Name);
        return template.Content is null
            ? ApiAnswer.Ok(("type", template.Type))
            : ApiAnswer.Ok(("type", template.Type), (template.Type, template.Content.DeepClone()));
    }

    private static ApiAnswer SetContent(ApiRequest request, Workbenches workbenches, SimulatedWorld world)
    {
        var (template, error) = Read(request);
        if (error is not null)
            return ApiAnswer.Failed(error);
        if (request.Body.Text("userid") is not { Length: > 0 } userId)
            return ApiAnswer.Failed(ContactErrors.NoUserId);
        if (world.FindMember(userId) is not { } member)
            return ApiAnswer.Failed(ContactErrors.Of(ContactRules.NoMember));
        if (!request.Caller.Sees(world, member))
            return ApiAnswer.Failed(ContactErrors.NotInScope);
        // A member sees the app as its template says; only the content differs.
        if (template.Content is null || template.Type != workbenches.TemplateOf(request.App.Name).Type)
            return ApiAnswer.Failed(ContactErrors.WrongParameter);
        workbenches.Save(request.App.Name, member.UserId, template.Content);
        return ApiAnswer.Ok();
    }

    private static (WorkbenchTemplate Template, ApiError? Error) Read(ApiRequest request)
    {
        var body = request.Body;
        if (request.CheckAgent(body.Text("agentid")) is { } error)
            return (WorkbenchTemplate.Plain, error);
        if (body.Text("type") is not { } type || type == "normal")
            return (WorkbenchTemplate.Plain, body.Text("type") is null ? ContactErrors.EmptyParameter : null);

        var content = type is "keydata" or "image" or "list" or "webview" ? body.Object(type) : null;
        var isGood = content is not null && type switch
        {
            "keydata" => content.Objects("items") is { Count: > 0 and <= MaxFigures } items && items.All(item => item.Text("data") is { Length: > 0 }),
            "list" => content.Objects("items") is { Count: > 0 and <= MaxLines } items && items.All(item => item.Text("title") is { Length: > 0 }),
            _ => content.Text("url") is { Length: > 0 },
        };
        return isGood ? (new(type, (JsonObject)content!.DeepClone()), null) : (WorkbenchTemplate.Plain, ContactErrors.WrongParameter);
    }
}
