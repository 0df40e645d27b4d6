using Hongyan.Simulator.Chat;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>Who of a 公众号's servicers talks with which follower (客服会话), who waits, and what was said. The bot is told when a session begins, ends or changes hands.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Customer_Service/Session_control.html and Obtain_chat_transcript.html.</remarks>
internal sealed class KfDesk(KfStaff staff, DeliveryEngine engine, ConversationLog chats, SimulatedClock clock)
{
    private const int MaxRecords = 10_000;
    private const string TransferType = "transfer_customer_service";

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Account, string OpenId), KfSession> _sessions = [];
    private readonly Dictionary<(string Account, string OpenId), KfWaiting> _waiting = [];
    private readonly Queue<(string Account, KfRecord Record)> _records = [];
    private long _lastRecord;

    /// <summary>All sessions of an account, the oldest first.</summary>
    public IReadOnlyList<KfSession> SessionsOf(Account account)
    {
        lock (_lock)
            return [.. _sessions.Where(each => each.Key.Account == account.Name).Select(each => each.Value).OrderBy(each => each.CreatedAt)];
    }

    /// <summary>Who waits, the longest first.</summary>
    public IReadOnlyList<KfWaiting> WaitingOf(Account account)
    {
        lock (_lock)
            return [.. _waiting.Where(each => each.Key.Account == account.Name).Select(each => each.Value).OrderBy(each => each.LatestAt)];
    }

    /// <summary>What was said from one time to another, from a number on.</summary>
    public IReadOnlyList<KfRecord> RecordsOf(Account account, DateTimeOffset from, DateTimeOffset to, long firstId)
    {
        lock (_lock)
            return [.. _records.Where(each => each.Account == account.Name).Select(each => each.Record).Where(each => each.Id >= firstId && each.At >= from && each.At <= to)];
    }

    /// <summary>Begins a session; null when that was possible.</summary>
    public ApiError? Create(Account account, Follower follower, string? kfAccount)
    {
        if (staff.Find(account, kfAccount) is not { } servicer)
            return KfErrors.Unknown;
        if (servicer.WeChat.Length == 0)
            return KfErrors.Unbound;
        if (!servicer.IsOnline)
            return KfErrors.Offline;
        lock (_lock)
        {
            if (_sessions.TryGetValue((account.Name, follower.OpenId), out var session))
                return session.KfAccount == kfAccount ? null : KfErrors.Taken;
            _waiting.Remove((account.Name, follower.OpenId));
            _sessions.Add((account.Name, follower.OpenId), new(follower.OpenId, servicer.Name, clock.Now));
        }
        Tell(account, follower.OpenId, OfficialAccountEvents.SessionCreated, new() { Event = "kf_create_session", KfAccount = servicer.Name });
        return null;
    }

    /// <summary>Ends a session; null when that was possible.</summary>
    public ApiError? Close(Account account, string openId, string? kfAccount)
    {
        if (staff.Find(account, kfAccount) is null)
            return KfErrors.Unknown;
        lock (_lock)
        {
            if (!_sessions.TryGetValue((account.Name, openId), out var session))
                return KfErrors.NoSession;
            if (session.KfAccount != kfAccount)
                return KfErrors.Taken;
            _sessions.Remove((account.Name, openId));
        }
        Tell(account, openId, OfficialAccountEvents.SessionClosed, new() { Event = "kf_close_session", KfAccount = kfAccount, CloseType = "KF" });
        return null;
    }

    /// <summary>Hands a follower to another servicer; null when that was possible.</summary>
    public ApiError? Switch(Account account, string openId, string? from, string? to)
    {
        if (staff.Find(account, to) is not { } servicer)
            return KfErrors.Unknown;
        if (!servicer.IsOnline)
            return KfErrors.Offline;
        lock (_lock)
        {
            if (!_sessions.TryGetValue((account.Name, openId), out var session))
                return KfErrors.NoSession;
            if (session.KfAccount != from)
                return KfErrors.Taken;
            _sessions[(account.Name, openId)] = session with { KfAccount = servicer.Name };
        }
        Tell(account, openId, OfficialAccountEvents.SessionSwitched, new() { Event = "kf_switch_session", FromKfAccount = from, ToKfAccount = servicer.Name });
        return null;
    }

    /// <summary>The bot handed a follower over: to the servicer that it names, if that one can talk; otherwise the follower waits.</summary>
    public void Transfer(Account account, Follower follower, PassiveReply reply)
    {
        if (reply.Type != TransferType || (reply.KfAccount is { } named && Create(account, follower, named) is null))
            return;
        lock (_lock)
        {
            if (!_sessions.ContainsKey((account.Name, follower.OpenId)))
                _waiting[(account.Name, follower.OpenId)] = new(follower.OpenId, clock.Now);
        }
    }

    /// <summary>A follower said something; it is written down where a servicer talks with them.</summary>
    public void Hear(Account account, Follower follower, string text)
    {
        lock (_lock)
        {
            if (_sessions.TryGetValue((account.Name, follower.OpenId), out var session))
                Write(account, session, isFromServicer: false, text);
            else if (_waiting.TryGetValue((account.Name, follower.OpenId), out var waiting))
                _waiting[(account.Name, follower.OpenId)] = waiting with { LatestAt = clock.Now };
        }
    }

    /// <summary>A servicer says something to whom they talk with; null when that was possible.</summary>
    public ApiError? Say(Account account, string openId, string? kfAccount, string text)
    {
        lock (_lock)
        {
            if (!_sessions.TryGetValue((account.Name, openId), out var session))
                return KfErrors.NoSession;
            if (session.KfAccount != kfAccount)
                return KfErrors.Taken;
            Write(account, session, isFromServicer: true, text);
        }
        chats.Add(new()
        {
            Id = chats.NextId(), App = account.Name, Member = openId, Time = clock.Now,
            Active = new() { MsgId = "", CallId = 0, Type = "text", Content = text },
        });
        return null;
    }

    /// <summary>Ends what a servicer who is no more was doing.</summary>
    public void Forget(Account account, string kfAccount)
    {
        foreach (var session in SessionsOf(account).Where(each => each.KfAccount == kfAccount))
        {
            lock (_lock)
                _sessions.Remove((account.Name, session.OpenId));
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _sessions.Clear();
            _waiting.Clear();
            _records.Clear();
        }
    }

    private void Tell(Account account, string openId, EventKind kind, MemberEvent happened) =>
        engine.Send(OfficialAccountOutgoing.Of(account, openId, kind, happened));

    private void Write(Account account, KfSession session, bool isFromServicer, string text)
    {
        _records.Enqueue((account.Name, new(++_lastRecord, session.OpenId, session.KfAccount, isFromServicer, text, clock.Now)));
        if (_records.Count > MaxRecords)
            _records.Dequeue();
    }
}
