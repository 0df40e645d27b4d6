using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Reading and sending messages of the customer service: /cgi-bin/kf/sync_msg, send_msg, send_msg_on_event.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/94670, 94677 and 95122.</remarks>
internal static class ServiceMessageApi
{
    private const int MaxBatch = 1000;
    private const int RefusedByCustomer = 10;
    private const string CursorStart = "4gw7";

    public static void Map(RouteGroupBuilder api)
    {
        api.Call("POST /kf/sync_msg", ApiModule.CustomerService, Sync);
        api.Call("POST /kf/send_msg", ApiModule.CustomerService, Send);
        api.Call("POST /kf/send_msg_on_event", ApiModule.CustomerService, SendOnEvent);
    }

    private static ApiAnswer Sync(ApiRequest request, ServiceAccounts accounts, ServiceSessions sessions, ServiceCodes codes)
    {
        var body = request.Body;
        if (body.Text("token") is not { Length: > 0 } token)
            request.Remark(Finding.Of(FindingKind.SyncWithoutToken));
        else if (!codes.IsToken(token, request.App.Name))
            return ApiAnswer.Failed(ServiceError.WrongToken);
        if (ReadCursor(body.Text("cursor")) is not { } cursor)
            return ApiAnswer.Failed(ServiceError.Parameter("invalid cursor"));
        if (body.Number("limit") is < 1 or > MaxBatch)
            return ApiAnswer.Failed(ServiceError.Parameter("invalid limit"));
        var openKfId = body.Text("open_kfid");
        if (openKfId is not null && ServiceAccountApi.Check(accounts, openKfId, request.App) is { } error)
            return ApiAnswer.Failed(error);

        var own = accounts.All.Where(account => account.App == request.App.Name).Select(account => account.OpenKfId).ToHashSet();
        var (entries, hasMore) = sessions.ReadSince(
            cursor, entry => openKfId is null ? own.Contains(entry.OpenKfId) : entry.OpenKfId == openKfId, (int)(body.Number("limit") ?? MaxBatch));
        return ApiAnswer.Ok(
            ("next_cursor", WriteCursor(entries is [.., var last] ? last.Number : cursor)),
            ("has_more", hasMore ? 1 : 0),
            ("msg_list", new JsonArray([.. entries.Select(entry => entry.ToJson())])));
    }

    private static ApiAnswer Send(
        ApiRequest request, ServiceAccounts accounts, ServiceSessions sessions, CustomerBook customers, ServiceMessageReader reader,
        ServiceActions actions, SimulatedClock clock)
    {
        var openKfId = request.Body.Text("open_kfid");
        if (ServiceAccountApi.Check(accounts, openKfId, request.App) is { } wrongAccount)
            return ApiAnswer.Failed(wrongAccount);
        if (customers.Find(request.Body.Text("touser")) is not { } customer)
            return ApiAnswer.Failed(CustomerError.NoCustomer);
        var (type, content, wrongMessage) = reader.Read(request.Body);
        if (wrongMessage is not null)
            return ApiAnswer.Failed(wrongMessage);
        var messageId = request.Body.Text("msgid") ?? Invented.SentMessageId();
        if (sessions.HasMessage(openKfId!, messageId))
            return ApiAnswer.Failed(ServiceError.Parameter("msgid duplicated"));

        ApiError? refusal = null;
        sessions.Change(openKfId!, customer.ExternalUserId, session =>
        {
            refusal = FindRefusal(session, clock.Now);
            return refusal is null ? session with { Answers = session.Answers + 1 } : null;
        });
        if (refusal is not null)
            return ApiAnswer.Failed(refusal);

        sessions.Add(Sent(openKfId!, customer, messageId, type, content, clock.Now, request.CallId));
        if (customer.RefusesService)
            actions.Fail(accounts.Find(openKfId)!, customer, messageId, RefusedByCustomer);
        return ApiAnswer.Ok(("msgid", messageId));
    }

    private static ApiAnswer SendOnEvent(
        ApiRequest request, ServiceAccounts accounts, ServiceSessions sessions, CustomerBook customers, ServiceCodes codes,
        ServiceMessageReader reader, SimulatedClock clock)
    {
        if (request.Body.Text("code") is not { } text || codes.Find(text) is not { } code || customers.Find(code.ExternalUserId) is not { } customer)
            return ApiAnswer.Failed(ServiceError.WrongCode);
        if (ServiceAccountApi.Check(accounts, code.OpenKfId, request.App) is { } wrongAccount)
            return ApiAnswer.Failed(wrongAccount);
        var (type, content, wrongMessage) = reader.Read(request.Body);
        if (wrongMessage is not null)
            return ApiAnswer.Failed(wrongMessage);
        if (type != "text" && !(type == "msgmenu" && code.TakesMenu))
            return ApiAnswer.Failed(ServiceError.MessageType);
        if (code.State is { } state && sessions.Find(code.OpenKfId, code.ExternalUserId).State != state)
            return ApiAnswer.Failed(ServiceError.State);
        if (!codes.TryUse(text))
            return ApiAnswer.Failed(ServiceError.WrongCode);

        var messageId = request.Body.Text("msgid") ?? Invented.SentMessageId();
        if (code.State is null)
            sessions.Change(code.OpenKfId, code.ExternalUserId, session => session with { GreetedAt = clock.Now });
        sessions.Add(Sent(code.OpenKfId, customer, messageId, type, content, clock.Now, request.CallId));
        return ApiAnswer.Ok(("msgid", messageId));
    }

    private static ApiError? FindRefusal(ServiceSession session, DateTimeOffset now) =>
        session.WroteAt is { } wrote && now >= wrote + ServiceSession.Window ? ServiceError.WindowOver
        : session.StartedAt is { } started && now >= started + ServiceSession.Window ? ServiceError.State
        : session is { State: ServiceState.Ended, IsNew: false } ? ServiceError.Over
        : session.State is not (ServiceState.Unprocessed or ServiceState.Assistant) ? ServiceError.State
        : session.Answers >= ServiceSession.MaxAnswers ? ServiceError.TooManyAnswers
        : null;

    private static ServiceEntry Sent(
        string openKfId, Customer customer, string messageId, string type, JsonObject content, DateTimeOffset now, long callId) => new()
        {
            MessageId = messageId,
            OpenKfId = openKfId,
            ExternalUserId = customer.ExternalUserId,
            Time = now,
            Origin = ServiceOrigin.Api,
            Type = type,
            Content = content,
            CallId = callId,
        };

    // A cursor is nobody's to read; what it holds is the number of the last entry.
    private static string WriteCursor(long number) =>
        CursorStart + Convert.ToHexString(Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture)));

    private static long? ReadCursor(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
            return 0;
        if (!cursor.StartsWith(CursorStart, StringComparison.Ordinal))
            return null;
        try
        {
            var digits = Encoding.ASCII.GetString(Convert.FromHexString(cursor[CursorStart.Length..]));
            return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
