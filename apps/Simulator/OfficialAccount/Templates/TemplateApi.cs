using System.Text.Json.Nodes;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>POST /cgi-bin/template/… and message/template/send: template messages (模板消息).</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html.</remarks>
internal static class TemplateApi
{
    public static void Map(OfficialAccountCalls api)
    {
        api.Call("POST /template/api_set_industry", Access.VerifiedService, SetIndustries);
        api.Call("GET /template/get_industry", Access.VerifiedService, GetIndustries);
        api.Call("POST /template/api_add_template", Access.VerifiedService, Add);
        api.Call("GET /template/get_all_private_template", Access.VerifiedService, List);
        api.Call("POST /template/del_private_template", Access.VerifiedService, Delete);
        api.Call("POST /message/template/send", Access.VerifiedService, Send);
    }

    private static ApiAnswer SetIndustries(ApiRequest request, Templates templates)
    {
        var (first, second) = (request.Body.Number("industry_id1") ?? 0, request.Body.Number("industry_id2") ?? 0);
        if (TemplateLibrary.Industry(first) is null || TemplateLibrary.Industry(second) is null || first == second)
            return ApiAnswer.Failed(OfficialAccountErrors.Parameter);
        return templates.TryChange(request.Account, (int)first, (int)second) ? ApiAnswer.Ok() : ApiAnswer.Failed(OfficialAccountErrors.IndustryTooOften);
    }

    private static ApiAnswer GetIndustries(ApiRequest request, Templates templates)
    {
        var (first, second) = templates.IndustriesOf(request.Account);
        return ApiAnswer.Bare(("primary_industry", Show(first)), ("secondary_industry", Show(second)));

        static JsonObject Show(int number)
        {
            var (large, small) = TemplateLibrary.Industry(number)!.Value;
            return new() { ["first_class"] = large, ["second_class"] = small };
        }
    }

    private static ApiAnswer Add(ApiRequest request, Templates templates)
    {
        if (TemplateLibrary.Find(request.Body.Text("template_id_short") ?? "") is not { } from)
            return ApiAnswer.Failed(OfficialAccountErrors.TemplateId);
        var (first, second) = templates.IndustriesOf(request.Account);
        if (from.IsOfIndustry && from.Group != first && from.Group != second)
            return ApiAnswer.Failed(OfficialAccountErrors.TemplateIndustry);
        var names = request.Body.Texts("keyword_name_list") ?? [];
        var keywords = from.IsOfIndustry ? from.Keywords : [.. names.Select(name => from.Keywords.FirstOrDefault(each => each.Name == name)).OfType<TemplateKeyword>()];
        // A template of a category is put together from the keywords that were chosen.
        if (!from.IsOfIndustry && (names.Count == 0 || keywords.Count != names.Count))
            return ApiAnswer.Failed(OfficialAccountErrors.WrongArgument);
        return templates.Add(request.Account, from, keywords) is { } added
            ? ApiAnswer.Ok(("template_id", added.Id))
            : ApiAnswer.Failed(OfficialAccountErrors.TemplateCount);
    }

    private static ApiAnswer List(ApiRequest request, Templates templates) =>
        ApiAnswer.Bare(("template_list", new JsonArray([.. templates.Of(request.Account).Select(each => (JsonNode)new JsonObject
        {
            ["template_id"] = each.Id,
            ["title"] = each.Title,
            ["primary_industry"] = each.PrimaryIndustry,
            ["deputy_industry"] = each.DeputyIndustry,
            ["content"] = each.Content,
            ["example"] = each.Example,
        })])));

    private static ApiAnswer Delete(ApiRequest request, Templates templates) =>
        templates.Remove(request.Account, request.Body.Text("template_id") ?? "") ? ApiAnswer.Ok() : ApiAnswer.Failed(OfficialAccountErrors.TemplateId);

    private static ApiAnswer Send(ApiRequest request, Templates templates, TemplateSends sends, Followers followers)
    {
        if (followers.Find(request.Account, request.Body.Text("touser") ?? "") is not { } follower)
            return ApiAnswer.Failed(OfficialAccountErrors.OpenId);
        if (!follower.IsFollowing)
            return ApiAnswer.Failed(OfficialAccountErrors.NotFollowed);
        if (templates.Find(request.Account, request.Body.Text("template_id") ?? "") is not { } template)
            return ApiAnswer.Failed(OfficialAccountErrors.TemplateId);
        var data = request.Body.Object("data");
        var (items, error) = TemplateFields.Fill(template.Content, data);
        if (error is not null)
            return ApiAnswer.Failed(error);
        if (request.Body.Object("miniprogram") is { } program && string.IsNullOrEmpty(program.Text("appid")))
            return ApiAnswer.Failed(OfficialAccountErrors.AppId);

        TemplateFields.Remark(request, data);
        var message = TemplateSends.Show(request, template.Title, items, request.Body.Text("url"));
        return ApiAnswer.Ok(("msgid", sends.Send(request.Account, follower, message, request.Body.Text("client_msg_id"))));
    }
}
