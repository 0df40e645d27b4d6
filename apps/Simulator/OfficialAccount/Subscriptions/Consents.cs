namespace Hongyan.Simulator.OfficialAccount;

/// <summary>Which messages a person has agreed to get, each consent good for one message: of a template, or of a scene (一次性订阅消息).</summary>
internal sealed class Consents
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Account, string OpenId, string Subject), int> _left = [];

    /// <summary>What a consent to a scene is to.</summary>
    public static string SubjectOf(string templateId, long scene) => $"{templateId} {scene}";

    /// <summary>One more message of this may be sent.</summary>
    public void Give(Account account, string openId, string subject)
    {
        lock (_lock)
            _left[(account.Name, openId, subject)] = _left.GetValueOrDefault((account.Name, openId, subject)) + 1;
    }

    /// <summary>Nothing more of this may be sent.</summary>
    public void Withdraw(Account account, string openId, string subject)
    {
        lock (_lock)
            _left.Remove((account.Name, openId, subject));
    }

    /// <summary>Uses a consent up; false when there is none.</summary>
    public bool TryUse(Account account, string openId, string subject)
    {
        lock (_lock)
        {
            var key = (account.Name, openId, subject);
            if (_left.GetValueOrDefault(key) == 0)
                return false;
            _left[key]--;
            return true;
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
            _left.Clear();
    }
}
