using System.Text.Json.Nodes;
using Hongyan.Simulator.Chat;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>POST /cgi-bin/message/send, recall and update_template_card: messages of apps (应用消息).</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90236, 94867 and 94888.</remarks>
internal static class MessageApi
{
    private const int MaxUsers = 1000;
    private const int MaxDepartments = 100;
    private const int MaxTags = 100;
    private const int UsualCheckSeconds = 1800;
    private const int LongestCheckSeconds = 14400;

    public static void Map(RouteGroupBuilder api)
    {
        api.Call("POST /message/send", ApiModule.Application, Send);
        api.Call("POST /message/recall", ApiModule.Application, Recall);
        api.Call("POST /message/update_template_card", ApiModule.Application, Update);
    }

    private static ApiAnswer Send(
        ApiRequest request, SimulatedWorld world, ContentReader reader, SentMessages sent, ResponseCodes codes, ActiveSender sender)
    {
        var body = request.Body;
        // A notice names its mini program; of no other message is it clear which app shows it.
        if (body.Text("msgtype") != "miniprogram_notice" && FindAgentProblem(request, world) is { } agentProblem)
            return ApiAnswer.Failed(agentProblem);

        var (users, departments, tags) = (Split(body, "touser"), Split(body, "toparty"), Split(body, "totag"));
        if (users.Length + departments.Length + tags.Length == 0)
            return ApiAnswer.Failed(MessageErrors.NoReceiver);
        if (users.Length > MaxUsers)
            return ApiAnswer.Failed(MessageErrors.TooManyUsers);
        if (departments.Length > MaxDepartments)
            return ApiAnswer.Failed(MessageErrors.TooManyDepartments);
        if (tags.Length > MaxTags)
            return ApiAnswer.Failed(MessageErrors.TooManyTags);

        var safe = body.Number("safe") ?? 0;
        var (message, error) = reader.Read(request, ContentRules.OfApp);
        if (message is null)
            return ApiAnswer.Failed(error!);
        if (safe != 0 && message.Type == "news")
            return ApiAnswer.Failed(MessageErrors.NewsNotSafe);

        var audience = users is ["@all"] ? Audience.Everybody(world, request.App) : Audience.Of(world, request.App, users, departments, tags);
        var invalid = InvalidFields(audience);
        if (audience.IsNobody)
            return ApiAnswer.Failed(MessageErrors.NobodyValid, invalid);

        message = message with { MsgId = sent.Add(request.App.Name), IsConfidential = safe != 0 };
        if (body.Number("enable_id_trans") == 1)
            message = IdTranslation.Translate(message, world);
        if (IsDuplicate(request, sent))
            request.Remark(Finding.Of(FindingKind.DuplicateHeldBack));
        else
            sender.Send(request, audience.Members, message);

        return message.Card is { CallsBack: true }
            ? ApiAnswer.Ok([.. invalid, ("msgid", message.MsgId), ("response_code", codes.Issue(request.App.Name, message.MsgId))])
            : ApiAnswer.Ok([.. invalid, ("msgid", message.MsgId)]);
    }

    private static ApiAnswer Recall(ApiRequest request, SentMessages sent, ConversationLog chats)
    {
        if (request.Body.Text("msgid") is not { Length: > 0 } msgId || !sent.TryRecall(request.App.Name, msgId))
            return ApiAnswer.Failed(new ApiError(40058, "invalid msgid, or sent more than 24 hours ago"));
        chats.Change(entry => entry.Active?.MsgId == msgId, entry => entry with { Active = entry.Active! with { IsRecalled = true } });
        return ApiAnswer.Ok();
    }

    private static ApiAnswer Update(ApiRequest request, SimulatedWorld world, ResponseCodes codes, CardUpdates updates)
    {
        var body = request.Body;
        if (FindAgentProblem(request, world) is { } agentProblem)
            return ApiAnswer.Failed(agentProblem);
        if (body.Text("response_code") is not { } code || codes.Find(request.App.Name, code) is not { } msgId)
            return ApiAnswer.Failed(MessageErrors.WrongResponseCode);

        var button = body.Object("button")?.Text("replace_name");
        var card = body.Object("template_card") is { } given ? ContentReader.ReadCard(given) : null;
        if (card is null && string.IsNullOrEmpty(button))
            return ApiAnswer.Failed(MessageErrors.WrongParameter);
        if (card is not null && CardRules.FindProblem(card, isUpdate: true) is { } cardProblem)
            return ApiAnswer.Failed(cardProblem);

        var audience = body.Number("atall") == 1
            ? Audience.Everybody(world, request.App)
            : Audience.Of(world, request.App, body.Texts("userids") ?? [], body.Texts("partyids") ?? [], body.Texts("tagids") ?? []);
        codes.Use(code);
        var changed = updates.Apply(msgId, audience.Members, button, card);

        string[] invalid = [.. audience.InvalidUsers, .. audience.Members.Select(member => member.UserId).Except(changed)];
        return invalid.Length == 0 ? ApiAnswer.Ok() : ApiAnswer.Ok(("invaliduser", new JsonArray([.. invalid.Select(user => (JsonNode)user)])));
    }

    private static ApiError? FindAgentProblem(ApiRequest request, SimulatedWorld world)
    {
        if (request.Body.Number("agentid") is not { } agentId)
            return MessageErrors.NoAgentId;
        if (world.Apps.All(app => app.AgentId != agentId))
            return MessageErrors.WrongAgentId;
        return request.App.AgentId == agentId ? null : MessageErrors.OtherAgent;
    }

    private static bool IsDuplicate(ApiRequest request, SentMessages sent)
    {
        if (request.Body.Number("enable_duplicate_check") != 1)
            return false;
        var seconds = Math.Clamp(request.Body.Number("duplicate_check_interval") ?? UsualCheckSeconds, 1, LongestCheckSeconds);
        return sent.IsDuplicate($"{request.App.Name} {request.Body.ToJsonString()}", TimeSpan.FromSeconds(seconds));
    }

    private static (string, JsonNode?)[] InvalidFields(Audience audience) =>
    [
        .. new (string Name, IReadOnlyList<string> Ids)[]
        {
            ("invaliduser", audience.InvalidUsers), ("invalidparty", audience.InvalidDepartments), ("invalidtag", audience.InvalidTags),
        }.Where(field => field.Ids.Count > 0).Select(field => (field.Name, (JsonNode?)string.Join('|', field.Ids))),
    ];

    private static string[] Split(JsonObject body, string name) =>
        (body.Text(name) ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
