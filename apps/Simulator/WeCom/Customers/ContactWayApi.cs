using System.Text.Json.Nodes;
using Hongyan.Simulator.Hosting;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Ways for customers to reach members: /cgi-bin/externalcontact/ add_contact_way, get_, list_, update_, del_contact_way.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/92228.</remarks>
internal static class ContactWayApi
{
    private const int MaxNoteCharacters = 30;
    private const int MaxPage = 1000;
    private const int DefaultPage = 100;

    private static readonly TimeSpan DefaultSpan = TimeSpan.FromDays(90);

    public static void Map(RouteGroupBuilder api)
    {
        api.Call("POST /externalcontact/add_contact_way", ApiModule.CustomerContact, Add);
        api.Call("POST /externalcontact/get_contact_way", ApiModule.CustomerContact, Get);
        api.Call("POST /externalcontact/list_contact_way", ApiModule.CustomerContact, List);
        api.Call("POST /externalcontact/update_contact_way", ApiModule.CustomerContact, Update);
        api.Call("POST /externalcontact/del_contact_way", ApiModule.CustomerContact, Delete);
    }

    private static ApiAnswer Add(ApiRequest request, SimulatedWorld world, CustomerBook book, SimulatedClock clock, SimulatorAddress address)
    {
        var fields = (JsonObject)request.Body.DeepClone();
        if (fields.Number("type") is not (1 or 2))
            return ApiAnswer.Failed(CustomerError.NoWayType);
        if (fields.Number("scene") is not (1 or 2))
            return ApiAnswer.Failed(CustomerError.Parameter("invalid scene"));
        if (FindProblem(fields, fields.Number("type") == 1, world) is { } problem)
            return ApiAnswer.Failed(problem);

        var configId = Invented.ConfigId();
        fields["skip_verify"] ??= true;
        if (fields.Number("scene") == 2)
            fields["qr_code"] = address.Of($"/customer/way/{configId}");
        book.ChangeWays(ways => [.. ways, new ContactWay(configId, clock.Now, fields)]);
        return fields["qr_code"] is { } code ? ApiAnswer.Ok(("config_id", configId), ("qr_code", code.DeepClone())) : ApiAnswer.Ok(("config_id", configId));
    }

    private static ApiAnswer Get(ApiRequest request, CustomerBook book)
    {
        if (Find(request, book) is not { } way)
            return ApiAnswer.Failed(CustomerError.Parameter("invalid config_id"));
        var json = (JsonObject)way.Fields.DeepClone();
        json["config_id"] = way.ConfigId;
        return ApiAnswer.Ok(("contact_way", json));
    }

    private static ApiAnswer List(ApiRequest request, CustomerBook book, SimulatedClock clock)
    {
        var to = request.Body.Number("end_time") ?? clock.Now.ToUnixTimeSeconds();
        var from = request.Body.Number("start_time") ?? (clock.Now - DefaultSpan).ToUnixTimeSeconds();
        if (!PageCursor.TryRead(request.Body.Text("cursor"), out var start))
            return ApiAnswer.Failed(CustomerError.Parameter("invalid cursor"));
        var limit = (int)(request.Body.Number("limit") is >= 1 and <= MaxPage and var asked ? asked : DefaultPage);
        var all = book.Ways.Where(way => way.CreatedAt.ToUnixTimeSeconds() >= from && way.CreatedAt.ToUnixTimeSeconds() <= to).ToList();
        var page = all.Skip(start).Take(limit).ToList();
        return ApiAnswer.Ok(
            ("contact_way", new JsonArray([.. page.Select(way => new JsonObject { ["config_id"] = way.ConfigId })])),
            ("next_cursor", PageCursor.Next(start, page.Count, all.Count)));
    }

    private static ApiAnswer Update(ApiRequest request, SimulatedWorld world, CustomerBook book)
    {
        if (Find(request, book) is not { } way)
            return ApiAnswer.Failed(CustomerError.Parameter("invalid config_id"));
        var fields = (JsonObject)way.Fields.DeepClone();
        foreach (var (name, value) in request.Body)
        {
            if (name is not ("config_id" or "type" or "scene" or "qr_code"))
                fields[name] = value?.DeepClone();
        }
        if (FindProblem(fields, fields.Number("type") == 1, world) is { } problem)
            return ApiAnswer.Failed(problem);
        book.ChangeWays(ways => [.. ways.Select(each => each.ConfigId == way.ConfigId ? each with { Fields = fields } : each)]);
        return ApiAnswer.Ok();
    }

    private static ApiAnswer Delete(ApiRequest request, CustomerBook book)
    {
        if (Find(request, book) is not { } way)
            return ApiAnswer.Failed(CustomerError.Parameter("invalid config_id"));
        book.ChangeWays(ways => [.. ways.Where(each => each.ConfigId != way.ConfigId)]);
        return ApiAnswer.Ok();
    }

    private static ContactWay? Find(ApiRequest request, CustomerBook book) =>
        book.Ways.FirstOrDefault(way => way.ConfigId == request.Body.Text("config_id"));

    private static ApiError? FindProblem(JsonObject fields, bool isSingle, SimulatedWorld world)
    {
        var (users, departments) = (fields.Texts("user") ?? [], fields.Numbers("party") ?? []);
        if (isSingle ? users.Count != 1 || departments.Count > 0 : users.Count + departments.Count == 0)
            return CustomerError.Parameter("invalid user or party");
        if (users.Any(userId => world.FindMember(userId) is null))
            return CustomerError.NoMember;
        if (users.Any(userId => !world.FindMember(userId)!.IsActive))
            return CustomerError.NotActivated;
        return IsTooLong(fields.Text("remark")) || IsTooLong(fields.Text("state")) ? CustomerError.Parameter("remark or state exceed max length 30") : null;
    }

    private static bool IsTooLong(string? note) => note?.EnumerateRunes().Count() > MaxNoteCharacters;
}
