using System.Text.Json.Nodes;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>
/// What customers do in WeChat and servicers in WeCom: each act becomes an entry of the session, and the app that has the account is told
/// that there is something to read.
/// </summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/94669 and 94670.</remarks>
internal sealed class ServiceActions(
    SimulatedWorld world, ServiceSessions sessions, ServiceCodes codes, SimulatedClock clock, DeliveryEngine engine)
{
    /// <summary>The customer opens the account, through a link of this scene.</summary>
    public ServiceEntry Enter(ServiceAccount account, Customer customer, string scene, string sceneParameter)
    {
        var now = clock.Now;
        var (before, after) = sessions.Change(account.OpenKfId, customer.ExternalUserId, session => session with
        {
            EnteredAt = now,
            Scene = scene,
            SceneParameter = sceneParameter,
        });

        var content = EventOf("enter_session", account, customer);
        content["scene"] = scene;
        content["scene_param"] = sceneParameter;
        // Who was greeted or has written within 48 hours is not greeted again.
        if (!IsRecent(before.GreetedAt, now) && !IsRecent(before.WroteAt, now))
            content["welcome_code"] = codes.IssueWelcome(after!);
        return Happen(account, customer.ExternalUserId, content);
    }

    /// <summary>The customer sends a message: a session that has ended begins anew.</summary>
    public ServiceEntry Write(ServiceAccount account, Customer customer, string type, JsonObject content)
    {
        var now = clock.Now;
        sessions.Change(account.OpenKfId, customer.ExternalUserId, session =>
        {
            var begun = session.State == ServiceState.Ended ? session with { State = ServiceState.Unprocessed, StartedAt = now } : session;
            return begun with { WroteAt = now, Answers = 0 };
        });
        return Add(account, new()
        {
            MessageId = Invented.ServiceMessageId(),
            OpenKfId = account.OpenKfId,
            ExternalUserId = customer.ExternalUserId,
            Time = now,
            Origin = ServiceOrigin.Customer,
            Type = type,
            Content = content,
        });
    }

    /// <summary>A servicer takes a customer from the queue; null when the customer does not wait there.</summary>
    public ServiceEntry? Accept(ServiceAccount account, Customer customer, Member servicer) =>
        Move(account, customer, servicer, session => session.State == ServiceState.Queued ? ServiceState.Servicer : null, change: 1);

    /// <summary>A servicer hands a customer to another one; null when the customer is not with a servicer, or with that one already.</summary>
    public ServiceEntry? Transfer(ServiceAccount account, Customer customer, Member servicer) => Move(
        account, customer, servicer,
        session => session.State == ServiceState.Servicer && session.ServicerUserId != servicer.UserId ? ServiceState.Servicer : null, change: 2);

    /// <summary>The servicer ends the session; null when the customer is not with one.</summary>
    public ServiceEntry? End(ServiceAccount account, Customer customer) =>
        Move(account, customer, servicer: null, session => session.State == ServiceState.Servicer ? ServiceState.Ended : null, change: 3);

    /// <summary>A servicer answers; an ended session is taken up again. Null when the customer is with somebody else.</summary>
    public ServiceEntry? Answer(ServiceAccount account, Customer customer, Member servicer, string type, JsonObject content)
    {
        var session = sessions.Find(account.OpenKfId, customer.ExternalUserId);
        if (session is { State: ServiceState.Ended, IsNew: false })
            Move(account, customer, servicer, each => each.State == ServiceState.Ended ? ServiceState.Servicer : null, change: 4);
        else if (session.State != ServiceState.Servicer || session.ServicerUserId != servicer.UserId)
            return null;
        return Add(account, new()
        {
            MessageId = Invented.ServiceMessageId(),
            OpenKfId = account.OpenKfId,
            ExternalUserId = customer.ExternalUserId,
            Time = clock.Now,
            Origin = ServiceOrigin.Servicer,
            ServicerUserId = servicer.UserId,
            Type = type,
            Content = content,
        });
    }

    /// <summary>A servicer takes customers again, or no more for now.</summary>
    public ServiceEntry ChangeStatus(ServiceAccount account, Member servicer, bool isReceiving)
    {
        var content = new JsonObject
        {
            ["event_type"] = "servicer_status_change",
            ["servicer_userid"] = servicer.UserId,
            ["status"] = isReceiving ? 1 : 2,
            ["open_kfid"] = account.OpenKfId,
        };
        return Happen(account, externalUserId: null, content);
    }

    /// <summary>A message of the customer or of a servicer is taken back; null when it is neither, or was already.</summary>
    public ServiceEntry? Recall(ServiceAccount account, Customer customer, string messageId)
    {
        var message = sessions.Read(account.OpenKfId, customer.ExternalUserId).FirstOrDefault(entry =>
            entry.MessageId == messageId && entry.Origin is ServiceOrigin.Customer or ServiceOrigin.Servicer && !entry.IsRecalled);
        if (message is null)
            return null;
        sessions.Save(message with { IsRecalled = true });
        var isCustomers = message.Origin == ServiceOrigin.Customer;
        var content = EventOf(isCustomers ? "user_recall_msg" : "servicer_recall_msg", account, customer);
        content["recall_msgid"] = messageId;
        if (!isCustomers)
            content["servicer_userid"] = message.ServicerUserId;
        return Happen(account, customer.ExternalUserId, content);
    }

    /// <summary>A message of the API did not reach the customer.</summary>
    public ServiceEntry Fail(ServiceAccount account, Customer customer, string messageId, int reason)
    {
        var content = EventOf("msg_send_fail", account, customer);
        content["fail_msgid"] = messageId;
        content["fail_type"] = reason;
        return Happen(account, customer.ExternalUserId, content);
    }

    private ServiceEntry? Move(
        ServiceAccount account, Customer customer, Member? servicer, Func<ServiceSession, ServiceState?> next, int change)
    {
        var now = clock.Now;
        var (before, after) = sessions.Change(account.OpenKfId, customer.ExternalUserId, session => next(session) is not { } state ? null : session with
        {
            State = state,
            ServicerUserId = servicer?.UserId,
            StartedAt = session.State == ServiceState.Ended ? now : session.StartedAt,
        });
        if (after is null)
            return null;

        var content = EventOf("session_status_change", account, customer);
        content["change_type"] = change;
        if (before.ServicerUserId is { } old)
            content["old_servicer_userid"] = old;
        if (servicer is not null)
            content["new_servicer_userid"] = servicer.UserId;
        // A transfer from hand to hand gives no code.
        if (change != 2)
            content["msg_code"] = codes.IssueFor(after);
        return Happen(account, customer.ExternalUserId, content);
    }

    private ServiceEntry Happen(ServiceAccount account, string? externalUserId, JsonObject content) => Add(account, new()
    {
        MessageId = Invented.ServiceMessageId(),
        OpenKfId = account.OpenKfId,
        ExternalUserId = externalUserId,
        Time = clock.Now,
        Origin = ServiceOrigin.System,
        Type = "event",
        Content = content,
    });

    private ServiceEntry Add(ServiceAccount account, ServiceEntry entry)
    {
        // Before the callback goes out: a quick bot reads at once.
        entry = sessions.Add(entry);
        if (world.FindApp(account.App) is not { } app || !app.Modules.Contains(ApiModule.CustomerService))
            return entry;
        var token = codes.IssueToken(app.Name);
        var delivery = engine.Send(WeComOutgoing.Report(app, "kf_msg_or_event", time => WeComPlaintext.WriteReport(app, fromUser: null, time, "kf_msg_or_event", xml =>
            xml.Text("Token", token).Text("OpenKfId", account.OpenKfId))));
        entry = entry with { DeliveryId = delivery.Id };
        sessions.Save(entry);
        return entry;
    }

    private static JsonObject EventOf(string type, ServiceAccount account, Customer customer) => new()
    {
        ["event_type"] = type,
        ["open_kfid"] = account.OpenKfId,
        ["external_userid"] = customer.ExternalUserId,
    };

    private static bool IsRecent(DateTimeOffset? time, DateTimeOffset now) => time is { } then && now < then + ServiceSession.Window;
}
