using Hongyan.Simulator.Chat;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>Where 对方正在输入 shows at a follower's phone: for 15 seconds, unless it is taken back.</summary>
internal sealed class TypingStates(ConversationLog chats, SimulatedClock clock)
{
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Exchange = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Account, string OpenId), DateTimeOffset> _until = [];

    /// <summary>Begins; what is wrong, or null.</summary>
    public ApiError? Start(Account account, Follower follower)
    {
        var now = clock.Now;
        if (chats.Last(account.Name, follower.OpenId) is not { } last || now - last.Time > Exchange)
            return OfficialAccountErrors.NobodyTalks;
        lock (_lock)
        {
            if (_until.TryGetValue((account.Name, follower.OpenId), out var until) && now < until)
                return OfficialAccountErrors.AlreadyTyping;
            _until[(account.Name, follower.OpenId)] = now + Duration;
            return null;
        }
    }

    /// <summary>Ends.</summary>
    public void Stop(Account account, Follower follower)
    {
        lock (_lock)
            _until.Remove((account.Name, follower.OpenId));
    }

    /// <summary>Whether it shows now.</summary>
    public bool IsTyping(Account account, Follower follower)
    {
        lock (_lock)
            return _until.TryGetValue((account.Name, follower.OpenId), out var until) && clock.Now < until;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
            _until.Clear();
    }
}
