using System.Text;
using System.Text.Json.Nodes;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Customers: /cgi-bin/externalcontact/ list, get, batch/get_by_user, remark, send_welcome_msg and what belongs to them.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/92571, 92113, 92114, 92994, 92115, 92137, 92124 and 92323.</remarks>
internal static class CustomerApi
{
    private const int MaxUsers = 100;
    private const int MaxPage = 100;
    private const int MaxWelcomeBytes = 4000;
    private const int MaxAttachments = 9;

    public static void Map(RouteGroupBuilder api)
    {
        api.Call("GET /externalcontact/get_follow_user_list", ApiModule.CustomerContact, ListFollowUsers);
        api.Call("GET /externalcontact/list", ApiModule.CustomerContact, List);
        api.Call("GET /externalcontact/get", ApiModule.CustomerContact, Get);
        api.Call("POST /externalcontact/batch/get_by_user", ApiModule.CustomerContact, ListByUsers);
        api.Call("POST /externalcontact/remark", ApiModule.CustomerContact, Remark);
        api.Call("POST /externalcontact/send_welcome_msg", ApiModule.CustomerContact, SendWelcome);
        api.Call("POST /externalcontact/get_unassigned_list", ApiModule.CustomerContact, ListUnassigned);
        api.Call("POST /externalcontact/convert_to_openid", ApiModule.CustomerContact, ConvertToOpenId);
    }

    private static ApiAnswer ListFollowUsers(ApiRequest request, SimulatedWorld world) => ApiAnswer.Ok(
        ("follow_user", new JsonArray([.. world.Members.Where(member => world.IsVisible(request.App, member)).Select(member => (JsonNode)member.UserId)])));

    private static ApiAnswer List(ApiRequest request, SimulatedWorld world, CustomerBook book)
    {
        if (FindMember(request, world, request.Query("userid")) is not { } member)
            return ApiAnswer.Failed(CustomerError.NoMember);
        var ids = FollowsOf(book, member).Select(follow => (JsonNode)follow.ExternalUserId).ToArray();
        return ids.Length == 0 ? ApiAnswer.Failed(CustomerError.NoContact) : ApiAnswer.Ok(("external_userid", new JsonArray(ids)));
    }

    private static ApiAnswer Get(ApiRequest request, SimulatedWorld world, CustomerBook book)
    {
        if (book.Find(request.Query("external_userid")) is not { } customer)
            return ApiAnswer.Failed(CustomerError.NoCustomer);
        var follows = book.Follows
            .Where(follow => follow.ExternalUserId == customer.ExternalUserId && FindMember(request, world, follow.UserId) is not null).ToList();
        return follows.Count == 0
            ? ApiAnswer.Failed(CustomerError.NoContact)
            : ApiAnswer.Ok(
                ("external_contact", Contact(customer)),
                ("follow_user", new JsonArray([.. follows.Select(follow => Follow(book, follow, withNames: true))])));
    }

    private static ApiAnswer ListByUsers(ApiRequest request, SimulatedWorld world, CustomerBook book)
    {
        var userIds = request.Body.Texts("userid_list") ?? [];
        if (userIds.Count is 0 or > MaxUsers)
            return ApiAnswer.Failed(CustomerError.Parameter("invalid userid_list"));
        var limit = (int)(request.Body.Number("limit") is >= 1 and <= MaxPage and var asked ? asked : MaxPage);
        if (!PageCursor.TryRead(request.Body.Text("cursor"), out var start))
            return ApiAnswer.Failed(CustomerError.Parameter("invalid cursor"));
        var members = userIds.Select(userId => FindMember(request, world, userId)).ToList();
        if (members.Contains(null))
            return ApiAnswer.Failed(CustomerError.NoMember);

        var all = members.SelectMany(member => FollowsOf(book, member!)).ToList();
        if (all.Count == 0)
            return ApiAnswer.Failed(CustomerError.NoContact);
        var page = all.Skip(start).Take(limit).ToList();
        return ApiAnswer.Ok(
            ("external_contact_list", new JsonArray([.. page.Select(follow => new JsonObject
            {
                ["external_contact"] = Contact(book.Find(follow.ExternalUserId)!),
                ["follow_info"] = Follow(book, follow, withNames: false),
            })])),
            ("next_cursor", PageCursor.Next(start, page.Count, all.Count)));
    }

    private static ApiAnswer Remark(ApiRequest request, CustomerBook book)
    {
        var body = request.Body;
        if (book.Find(body.Text("external_userid")) is null)
            return ApiAnswer.Failed(CustomerError.NoCustomer);
        if (body.Text("remark")?.EnumerateRunes().Count() > 20 || body.Text("description")?.EnumerateRunes().Count() > 150)
            return ApiAnswer.Failed(CustomerError.Parameter("remark exceed max length"));
        var (remark, description, company, mobiles) = (body.Text("remark"), body.Text("description"), body.Text("remark_company"), body.Texts("remark_mobiles"));
        return book.Change(body.Text("userid"), body.Text("external_userid"), follow => follow with
        {
            Remark = remark ?? follow.Remark,
            Description = description ?? follow.Description,
            Company = company ?? follow.Company,
            Mobiles = mobiles ?? follow.Mobiles,
        })
            ? ApiAnswer.Ok()
            : ApiAnswer.Failed(CustomerError.NoContact);
    }

    private static ApiAnswer SendWelcome(ApiRequest request, CustomerBook book, WelcomeCodes codes, MediaStore media)
    {
        var text = request.Body.Object("text")?.Text("content");
        var attachments = request.Body.Objects("attachments") ?? [];
        if (string.IsNullOrEmpty(text) && attachments.Count == 0)
            return ApiAnswer.Failed(CustomerError.Parameter("text and attachments are empty"));
        if (text is not null && Encoding.UTF8.GetByteCount(text) > MaxWelcomeBytes)
            return ApiAnswer.Failed(CustomerError.Parameter($"text.content exceed max length {MaxWelcomeBytes}"));
        if (attachments.Count > MaxAttachments)
            return ApiAnswer.Failed(CustomerError.Parameter($"attachments exceed max length {MaxAttachments}"));
        if (attachments.Select(attachment => CheckAttachment(attachment, media)).FirstOrDefault(error => error is not null) is { } wrong)
            return ApiAnswer.Failed(wrong);

        // Whoever is first takes it; two apps that come at the very same moment would see 41096 on the platform.
        if (codes.Use(request.Body.Text("welcome_code") ?? "") is not { } code)
            return ApiAnswer.Failed(CustomerError.WelcomeOver);
        if (code.IsUsed)
            return ApiAnswer.Failed(CustomerError.Welcomed);
        var welcome = new JsonObject { ["text"] = text, ["attachments"] = new JsonArray([.. attachments.Select(each => each.DeepClone())]) };
        book.Change(code.UserId, code.ExternalUserId, follow => follow with { Welcome = welcome });
        return ApiAnswer.Ok();
    }

    private static ApiError? CheckAttachment(JsonObject attachment, MediaStore media)
    {
        var type = attachment.Text("msgtype");
        if (type is not ("image" or "link" or "miniprogram" or "video" or "file") || attachment.Object(type) is not { } part)
            return ServiceError.MessageType;
        var mediaId = part.Text(type == "miniprogram" ? "pic_media_id" : "media_id");
        return type switch
        {
            "link" => part.Text("title") is null || part.Text("url") is null ? CustomerError.Parameter("missing link.title or link.url") : null,
            "image" when part.Text("pic_url") is not null => null,
            _ => mediaId is null ? WeComErrors.NoMediaId : media.FindValid(mediaId) is null ? WeComErrors.WrongMediaId : null,
        };
    }

    private static ApiAnswer ListUnassigned(SimulatedWorld world, CustomerBook book)
    {
        var left = world.Members.Where(member => member.Status == MemberStatus.Left).SelectMany(member => FollowsOf(book, member));
        return ApiAnswer.Ok(
            ("info", new JsonArray([.. left.Select(follow => new JsonObject
            {
                ["handover_userid"] = follow.UserId,
                ["external_userid"] = follow.ExternalUserId,
                ["dimission_time"] = follow.CreatedAt.ToUnixTimeSeconds(),
            })])),
            ("is_last", true), ("next_cursor", ""));
    }

    private static ApiAnswer ConvertToOpenId(ApiRequest request, CustomerBook book) =>
        book.Find(request.Body.Text("external_userid")) is { } customer
            ? ApiAnswer.Ok(("openid", "o" + customer.ExternalUserId[2..]))
            : ApiAnswer.Failed(CustomerError.NoCustomer);

    private static Member? FindMember(ApiRequest request, SimulatedWorld world, string? userId) =>
        world.FindMember(userId ?? "") is { } member && world.IsVisible(request.App, member) ? member : null;

    private static IEnumerable<CustomerFollow> FollowsOf(CustomerBook book, Member member) => book.Follows.Where(follow => member.IsCalled(follow.UserId));

    private static JsonObject Contact(Customer customer) => new()
    {
        ["external_userid"] = customer.ExternalUserId,
        ["name"] = customer.Name,
        ["avatar"] = "",
        ["type"] = 1,
        ["gender"] = customer.Gender,
        ["unionid"] = customer.UnionId,
    };

    private static JsonObject Follow(CustomerBook book, CustomerFollow follow, bool withNames)
    {
        var json = new JsonObject
        {
            ["userid"] = follow.UserId,
            ["remark"] = follow.Remark,
            ["description"] = follow.Description,
            ["createtime"] = follow.CreatedAt.ToUnixTimeSeconds(),
            ["remark_corp_name"] = follow.Company,
            ["remark_mobiles"] = new JsonArray([.. follow.Mobiles.Select(mobile => (JsonNode)mobile)]),
            ["oper_userid"] = follow.ExternalUserId,
            ["add_way"] = 1,
        };
        if (follow.State.Length > 0)
            json["state"] = follow.State;
        if (!withNames)
            json["tag_id"] = new JsonArray([.. follow.TagIds.Select(id => (JsonNode)id)]);
        else
            json["tags"] = new JsonArray([.. book.Tags.SelectMany(group => group.Tags.Where(tag => follow.TagIds.Contains(tag.Id)).Select(tag => new JsonObject
            {
                ["group_name"] = group.Name,
                ["tag_name"] = tag.Name,
                ["tag_id"] = tag.Id,
                ["type"] = 1,
            }))]);
        return json;
    }
}
