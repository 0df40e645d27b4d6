using System.Text.Json.Nodes;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Tags for customers: /cgi-bin/externalcontact/ get_corp_tag_list, add_corp_tag, edit_corp_tag, del_corp_tag, mark_tag.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/92117 and 92118.</remarks>
internal static class CustomerTagApi
{
    private const int MaxTags = 3000;
    private const int MaxNameCharacters = 30;

    public static void Map(RouteGroupBuilder api)
    {
        api.Call("POST /externalcontact/get_corp_tag_list", ApiModule.CustomerContact, List);
        api.Call("POST /externalcontact/add_corp_tag", ApiModule.CustomerContact, Add);
        api.Call("POST /externalcontact/edit_corp_tag", ApiModule.CustomerContact, Edit);
        api.Call("POST /externalcontact/del_corp_tag", ApiModule.CustomerContact, Delete);
        api.Call("POST /externalcontact/mark_tag", ApiModule.CustomerContact, Mark);
    }

    private static ApiAnswer List(ApiRequest request, CustomerBook book)
    {
        var (tagIds, groupIds) = (request.Body.Texts("tag_id") ?? [], request.Body.Texts("group_id") ?? []);
        var groups = tagIds.Count > 0
            ? book.Tags.Select(group => group with { Tags = [.. group.Tags.Where(tag => tagIds.Contains(tag.Id))] }).Where(group => group.Tags.Count > 0)
            : groupIds.Count > 0 ? book.Tags.Where(group => groupIds.Contains(group.Id)) : book.Tags;
        return ApiAnswer.Ok(("tag_group", new JsonArray([.. groups.Select(Write)])));
    }

    private static ApiAnswer Add(ApiRequest request, CustomerBook book, SimulatedClock clock)
    {
        var body = request.Body;
        var given = body.Objects("tag") ?? [];
        var (groupId, groupName) = (body.Text("group_id"), body.Text("group_name"));
        if (given.Count == 0 || given.Any(tag => !IsName(tag.Text("name"))) || (groupName is not null && !IsName(groupName)))
            return ApiAnswer.Failed(CustomerError.Parameter("invalid tag name"));
        var known = book.Tags.FirstOrDefault(group => groupId is not null ? group.Id == groupId : group.Name == groupName);
        if (known is null && (groupId is not null || groupName is null))
            return ApiAnswer.Failed(CustomerError.NoTag);
        if (given.Any(tag => known?.Tags.Any(each => each.Name == tag.Text("name")) == true) || given.DistinctBy(tag => tag.Text("name")).Count() < given.Count)
            return ApiAnswer.Failed(CustomerError.TagExists);
        if (book.Tags.Sum(group => group.Tags.Count) + given.Count > MaxTags)
            return ApiAnswer.Failed(CustomerError.TooManyTags);

        var added = given.Select(tag => new CustomerTag(Invented.TagId(), tag.Text("name")!, clock.Now, tag.Number("order") ?? 0)).ToList();
        var group = known ?? new(Invented.TagId(), groupName!, clock.Now, body.Number("order") ?? 0, []);
        book.ChangeTags(groups => known is null
            ? [.. groups, group with { Tags = added }]
            : [.. groups.Select(each => each.Id == group.Id ? each with { Tags = [.. each.Tags, .. added] } : each)]);
        return ApiAnswer.Ok(("tag_group", Write(group with { Tags = added })));
    }

    private static ApiAnswer Edit(ApiRequest request, CustomerBook book)
    {
        var (id, name, order) = (request.Body.Text("id"), request.Body.Text("name"), request.Body.Number("order"));
        if (name is not null && !IsName(name))
            return ApiAnswer.Failed(CustomerError.Parameter("invalid tag name"));
        if (!book.Tags.Any(group => group.Id == id || group.Tags.Any(tag => tag.Id == id)))
            return ApiAnswer.Failed(CustomerError.NoTag);
        var home = book.Tags.FirstOrDefault(group => group.Tags.Any(tag => tag.Id == id));
        if (home?.Tags.Any(tag => tag.Id != id && tag.Name == name) == true || (home is null && book.Tags.Any(group => group.Id != id && group.Name == name)))
            return ApiAnswer.Failed(CustomerError.TagExists);
        book.ChangeTags(groups => [.. groups.Select(group => group.Id == id
            ? group with { Name = name ?? group.Name, Order = order ?? group.Order }
            : group with { Tags = [.. group.Tags.Select(tag => tag.Id == id ? tag with { Name = name ?? tag.Name, Order = order ?? tag.Order } : tag)] })]);
        return ApiAnswer.Ok();
    }

    private static ApiAnswer Delete(ApiRequest request, CustomerBook book)
    {
        var (tagIds, groupIds) = (request.Body.Texts("tag_id") ?? [], request.Body.Texts("group_id") ?? []);
        if (tagIds.Count + groupIds.Count == 0)
            return ApiAnswer.Failed(CustomerError.Parameter("missing tag_id or group_id"));
        if (tagIds.Any(id => book.FindTag(id) is null) || groupIds.Any(id => book.Tags.All(group => group.Id != id)))
            return ApiAnswer.Failed(CustomerError.NoTag);
        // A group without tags is gone, too.
        book.ChangeTags(groups => [.. groups.Where(group => !groupIds.Contains(group.Id))
            .Select(group => group with { Tags = [.. group.Tags.Where(tag => !tagIds.Contains(tag.Id))] }).Where(group => group.Tags.Count > 0)]);
        return ApiAnswer.Ok();
    }

    private static ApiAnswer Mark(ApiRequest request, CustomerBook book)
    {
        var (added, removed) = (request.Body.Texts("add_tag") ?? [], request.Body.Texts("remove_tag") ?? []);
        if (book.Find(request.Body.Text("external_userid")) is null)
            return ApiAnswer.Failed(CustomerError.NoCustomer);
        if (added.Count + removed.Count == 0)
            return ApiAnswer.Failed(CustomerError.Parameter("missing add_tag or remove_tag"));
        if (added.Concat(removed).Any(id => book.FindTag(id) is null))
            return ApiAnswer.Failed(CustomerError.NoTag);
        return book.Change(request.Body.Text("userid"), request.Body.Text("external_userid"), follow => follow with
        {
            TagIds = [.. follow.TagIds.Except(removed).Union(added)],
        })
            ? ApiAnswer.Ok()
            : ApiAnswer.Failed(CustomerError.NoContact);
    }

    private static JsonObject Write(CustomerTagGroup group) => new()
    {
        ["group_id"] = group.Id,
        ["group_name"] = group.Name,
        ["create_time"] = group.CreatedAt.ToUnixTimeSeconds(),
        ["order"] = group.Order,
        ["tag"] = new JsonArray([.. group.Tags.Select(tag => new JsonObject
        {
            ["id"] = tag.Id,
            ["name"] = tag.Name,
            ["create_time"] = tag.CreatedAt.ToUnixTimeSeconds(),
            ["order"] = tag.Order,
        })]),
    };

    private static bool IsName(string? name) => name is { Length: > 0 } && name.EnumerateRunes().Count() <= MaxNameCharacters;
}
