using System.Text;
using System.Xml.Linq;

namespace Hongyan.Testing;

/// <summary>
/// How many customer messages (客服消息) an Official Account may still send to whom: five within 48 hours of a message, three within a minute of
/// following, scanning a code or clicking the menu. Windows of different acts stand beside each other; the same act opens its own anew.
/// </summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html, the rule since 2023-06-12.</remarks>
internal sealed class CustomerWindows
{
    /// <summary>Nothing that a message may answer.</summary>
    private const string Closed = """{"errcode":45015,"errmsg":"response out of time limit or subscription is canceled"}""";

    private const string UsedUp = """{"errcode":45047,"errmsg":"out of response count limit"}""";

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Account, string Person, string Act), Window> _windows = [];

    /// <summary>A person did something; the same delivered again is nothing new.</summary>
    /// <param name="account">The account.</param>
    /// <param name="person">The OpenID.</param>
    /// <param name="document">The plaintext that the bot gets.</param>
    /// <param name="now">When.</param>
    public void Open(string account, string person, byte[] document, DateTimeOffset now)
    {
        var fields = XElement.Parse(Encoding.UTF8.GetString(document));
        var name = (string?)fields.Element("Event") ?? "";
        lock (_lock)
        {
            if (name == "unsubscribe")
            {
                foreach (var key in _windows.Keys.Where(key => key.Account == account && key.Person == person).ToList())
                    _windows.Remove(key);
            }
            else if (WindowOf(name, isTap: fields.Element("bizmsgmenuid") is not null) is var (act, duration, messages))
            {
                _windows[(account, person, act)] = new Window(now + duration, messages);
            }
        }
    }

    /// <summary>Uses up one message of the window that closes first.</summary>
    /// <returns>Null, or the platform's refusal.</returns>
    public string? TryUse(string account, string person, DateTimeOffset now)
    {
        lock (_lock)
        {
            var open = _windows.Where(each => each.Key.Account == account && each.Key.Person == person && now < each.Value.ClosesAt).OrderBy(each => each.Value.ClosesAt).ToList();
            if (open.Count == 0)
                return Closed;
            if (open.Find(each => each.Value.Left > 0) is not { Value: { } window, Key: var key })
                return UsedUp;
            _windows[key] = window with { Left = window.Left - 1 };
            return null;
        }
    }

    private static (string Act, TimeSpan Duration, int Messages)? WindowOf(string name, bool isTap) => name switch
    {
        // A tap on an item of a menu message arrives as a text and counts as a click.
        "" => isTap ? ("menu", TimeSpan.FromMinutes(1), 3) : ("message", TimeSpan.FromHours(48), 5),
        "CLICK" or "scancode_push" or "scancode_waitmsg" => ("menu", TimeSpan.FromMinutes(1), 3),
        "subscribe" or "SCAN" => (name, TimeSpan.FromMinutes(1), 3),
        _ => null,
    };

    private sealed record Window(DateTimeOffset ClosesAt, int Left);
}
