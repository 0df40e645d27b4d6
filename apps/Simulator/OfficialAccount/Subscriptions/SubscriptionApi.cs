using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hongyan.Simulator.World;
using Microsoft.Extensions.Primitives;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>/wxaapi/newtmpl/…, message/subscribe/bizsend and message/template/subscribe: what a person has agreed to get (订阅通知, 一次性订阅消息).</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html and Message_Management/One-time_subscription_info.html.</remarks>
internal static class SubscriptionApi
{
    private const int MinKeywords = 2;
    private const int MaxKeywords = 5;
    private const int SceneCharacters = 15;
    private const int TitleCharacters = 15;
    private const int ContentCharacters = 200;
    private const int LargestPage = 30;
    private const int MaxScene = 10_000;
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    public static void Map(OfficialAccountCalls api)
    {
        var library = api.In("/wxaapi");
        library.Call("GET /newtmpl/getcategory", Access.VerifiedService, ListCategories);
        library.Call("GET /newtmpl/getpubtemplatetitles", Access.VerifiedService, ListTitles);
        library.Call("GET /newtmpl/getpubtemplatekeywords", Access.VerifiedService, ListKeywords);
        library.Call("GET /newtmpl/gettemplate", Access.VerifiedService, ListTemplates);
        // These two bring a form, and take JSON as well.
        library.Upload("/newtmpl/addtemplate", Access.VerifiedService, AddAsync);
        library.Upload("/newtmpl/deltemplate", Access.VerifiedService, DeleteAsync);
        api.Call("POST /message/subscribe/bizsend", Access.VerifiedService, Send);
        api.Call("POST /message/template/subscribe", Access.Verified, SendOnce);
    }

    private static ApiAnswer ListCategories() => ApiAnswer.Ok(("data", new JsonArray(
        [.. SubscriptionLibrary.Categories.Select(each => (JsonNode)new JsonObject { ["id"] = each.Id, ["name"] = each.Name })])));

    private static ApiAnswer ListTitles(ApiRequest request)
    {
        var ids = (request.Query("ids") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => int.TryParse(id, out var number) ? number : 0).ToList();
        if (ids.Count == 0 || ids.Any(id => SubscriptionLibrary.Categories.All(each => each.Id != id)))
            return ApiAnswer.Failed(OfficialAccountErrors.SubscriptionCategory);
        if (!int.TryParse(request.Query("start") ?? "", out var start) || start < 0)
            return ApiAnswer.Failed(OfficialAccountErrors.SubscriptionStart);
        if (!int.TryParse(request.Query("limit") ?? "", out var limit) || limit is < 1 or > LargestPage)
            return ApiAnswer.Failed(OfficialAccountErrors.SubscriptionLimit);
        var all = SubscriptionLibrary.All.Where(each => ids.Contains(each.Group)).ToList();
        return ApiAnswer.Ok(("count", all.Count), ("data", new JsonArray([.. all.Skip(start).Take(limit).Select(each => (JsonNode)new JsonObject
        {
            ["tid"] = int.Parse(each.ShortId, CultureInfo.InvariantCulture), ["title"] = each.Title, ["type"] = 2, ["categoryId"] = each.Group.ToString(CultureInfo.InvariantCulture),
        })])));
    }

    private static ApiAnswer ListKeywords(ApiRequest request) => SubscriptionLibrary.Find(request.Query("tid") ?? "") is { } title
        ? ApiAnswer.Ok(("count", title.Keywords.Count), ("data", new JsonArray([.. title.Keywords.Select(each => (JsonNode)new JsonObject
        {
            ["kid"] = each.Id, ["name"] = each.Name, ["example"] = each.Example, ["rule"] = each.Type,
        })])))
        : ApiAnswer.Failed(OfficialAccountErrors.SubscriptionTitle);

    private static ApiAnswer ListTemplates(ApiRequest request, SubscriptionTemplates templates) =>
        ApiAnswer.Ok(("data", new JsonArray([.. templates.Of(request.Account).Select(each => (JsonNode)new JsonObject
        {
            ["priTmplId"] = each.Id, ["title"] = each.Title, ["content"] = each.Content, ["example"] = each.Example, ["type"] = 2,
        })])));

    private static async Task<ApiAnswer> AddAsync(ApiRequest request, SubscriptionTemplates templates, CancellationToken cancellationToken)
    {
        var form = await ReadFormAsync(request, cancellationToken);
        if (SubscriptionLibrary.Find(form.GetValueOrDefault("tid").ToString()) is not { } title)
            return ApiAnswer.Failed(OfficialAccountErrors.SubscriptionTitle);
        var kids = form.Where(each => each.Key == "kidList" || each.Key.StartsWith("kidList[", StringComparison.Ordinal)).SelectMany(each => each.Value).ToList();
        var keywords = kids.Select(kid => title.Keywords.FirstOrDefault(each => each.Id.ToString(CultureInfo.InvariantCulture) == kid)).OfType<TemplateKeyword>().ToList();
        if (kids.Count is < MinKeywords or > MaxKeywords || keywords.Count != kids.Count)
            return ApiAnswer.Failed(OfficialAccountErrors.SubscriptionKeywords);
        if (Utf8.Characters(form.GetValueOrDefault("sceneDesc").ToString()) > SceneCharacters)
            return ApiAnswer.Failed(OfficialAccountErrors.SubscriptionScene);
        return templates.Add(request.Account, title, keywords) is { } added
            ? ApiAnswer.Ok(("priTmplId", added.Id))
            : ApiAnswer.Failed(OfficialAccountErrors.SubscriptionTemplates);
    }

    private static async Task<ApiAnswer> DeleteAsync(ApiRequest request, SubscriptionTemplates templates, CancellationToken cancellationToken)
    {
        var form = await ReadFormAsync(request, cancellationToken);
        return templates.Remove(request.Account, form.GetValueOrDefault("priTmplId").ToString()) ? ApiAnswer.Ok() : ApiAnswer.Failed(OfficialAccountErrors.SubscriptionTitle);
    }

    private static async Task<Dictionary<string, StringValues>> ReadFormAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (request.Http.HasFormContentType)
            return (await request.Http.ReadFormAsync(cancellationToken)).ToDictionary();
        var body = await JsonNode.ParseAsync(request.Http.Body, cancellationToken: cancellationToken) as JsonObject ?? throw new JsonException("The body is no object.");
        return body.ToDictionary(each => each.Key, each => each.Value is JsonArray list
            ? new StringValues([.. list.Select(item => item?.ToString())])
            : new StringValues(each.Value?.ToString()));
    }

    private static ApiAnswer Send(
        ApiRequest request, Followers followers, SubscriptionTemplates templates, Consents consents, TemplateSends sends, LaterWork later, DeliveryEngine engine)
    {
        var account = request.Account;
        if (followers.Find(account, request.Body.Text("touser") ?? "") is not { } person)
            return ApiAnswer.Failed(OfficialAccountErrors.OpenId);
        if (templates.Find(account, request.Body.Text("template_id") ?? "") is not { } template)
            return ApiAnswer.Failed(OfficialAccountErrors.TemplateId);
        var (items, error) = TemplateFields.Fill(template.Content, request.Body.Object("data"));
        if (error is not null)
            return ApiAnswer.Failed(error);
        if (!consents.TryUse(account, person.OpenId, template.Id))
            return ApiAnswer.Failed(OfficialAccountErrors.NoConsent);

        var msgId = sends.NextId().ToString(CultureInfo.InvariantCulture);
        var message = TemplateSends.Show(request, template.Title, items, request.Body.Text("page")) with { MsgId = msgId };
        later.After(Moment, () =>
        {
            sends.Deliver(account, person.OpenId, message);
            engine.Send(SubscriptionEvents.Sent(account, person, template.Id, msgId));
        });
        return ApiAnswer.Ok();
    }

    private static ApiAnswer SendOnce(ApiRequest request, Followers followers, Consents consents, TemplateSends sends)
    {
        if (followers.Find(request.Account, request.Body.Text("touser") ?? "") is not { } person)
            return ApiAnswer.Failed(OfficialAccountErrors.OpenId);
        var (templateId, title, scene) = (request.Body.Text("template_id") ?? "", request.Body.Text("title") ?? "", request.Body.Number("scene") ?? -1);
        if (templateId.Length == 0)
            return ApiAnswer.Failed(OfficialAccountErrors.TemplateId);
        var content = request.Body.Object("data")?.Object("content")?.Text("value") ?? "";
        if (scene is < 0 or > MaxScene || title.Length == 0 || Utf8.Characters(title) > TitleCharacters || content.Length == 0
            || Utf8.Characters(content) > ContentCharacters)
            return ApiAnswer.Failed(OfficialAccountErrors.WrongArgument);
        if (!consents.TryUse(request.Account, person.OpenId, Consents.SubjectOf(templateId, scene)))
            return ApiAnswer.Failed(OfficialAccountErrors.NoConsent);

        sends.Deliver(request.Account, person.OpenId, TemplateSends.Show(request, title, [], request.Body.Text("url")) with { Description = content });
        return ApiAnswer.Ok();
    }
}
