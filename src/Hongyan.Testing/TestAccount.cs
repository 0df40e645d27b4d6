using System.Collections.Concurrent;
using System.Security.Cryptography;
using Hongyan.OfficialAccount;
using Hongyan.WeCom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hongyan.Testing;

/// <summary>One account of the application under test, and the people who use it.</summary>
public sealed class TestAccount
{
    private readonly ConcurrentDictionary<(string Id, string? Chat), Person> _people = new();
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly IAccountWire _wire;
    private readonly TimeProvider _clock;
    private readonly string _robotName;
    private long _lastMessageId = 7_000_000_000_000_000_000;

    internal TestAccount(BotTestHost host, (Account Account, string Path) callback, WebApplication app)
    {
        Name = callback.Account.Name;
        Host = host;
        _clock = app.Services.GetRequiredService<TimeProvider>();
        _robotName = callback.Account.RobotName is { Length: > 0 } name ? name : "机器人";
        var (http, path) = (app.GetTestClient(), callback.Path);
        _wire = callback.Account.Platform switch
        {
            "OfficialAccount" => new OfficialAccountWire(http, path, OptionsOf<OfficialAccountOptions>(), _clock, app.Services.GetRequiredService<Arrivals>()),
            "WeComRobot" => new RobotWire(http, path, OptionsOf<WeComRobotOptions>(), _clock),
            _ => new WeComWire(http, path, OptionsOf<WeComOptions>(), _clock),
        };

        TOptions OptionsOf<TOptions>() => app.Services.GetRequiredService<IOptionsMonitor<TOptions>>().Get(Name);
    }

    /// <summary>Its name in the application.</summary>
    public string Name { get; }

    /// <summary>A person of the company who uses the app (企业微信应用). The same id is the same person.</summary>
    /// <param name="id">The user id (成员UserID), such as <c>zhangsan</c>.</param>
    /// <exception cref="BotTestException">The account is of another platform.</exception>
    public Member Member(string id) => Find<Member>(id);

    /// <summary>A person who follows the Official Account (公众号). The same id is the same person.</summary>
    /// <param name="openId">The OpenID, such as <c>oSunYue</c>.</param>
    /// <exception cref="BotTestException">The account is of another platform.</exception>
    public Follower Follower(string openId) => Find<Follower>(openId);

    /// <summary>A person of the company who talks with the robot (智能机器人), alone. The same id is the same person.</summary>
    /// <param name="id">The user id (成员UserID), such as <c>zhangsan</c>.</param>
    /// <exception cref="BotTestException">The account is of another platform.</exception>
    public RobotUser RobotUser(string id) => Find<RobotUser>(id);

    internal BotTestHost Host { get; }

    internal ActionPlatform Platform => _wire.Platform;

    /// <summary>Whether the bot can send messages by itself.</summary>
    internal bool CanSend => _wire.CanSend;

    /// <summary>A person of whatever kind the account has.</summary>
    internal Person Find(string id, string? chat)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _people.GetOrAdd((id, chat), static (key, account) => account.Platform switch
        {
            ActionPlatform.OfficialAccount => new Follower(account, key.Id),
            ActionPlatform.Robot => new RobotUser(account, key.Id, key.Chat, account._robotName),
            _ => new Member(account, key.Id),
        }, this);
    }

    /// <summary>Writes what a person does as a document that was never sent before.</summary>
    internal Delivered Write(Person person, MemberAction action)
    {
        var known = action.On(Platform);
        return new(Write(person, header => _wire.Write(known, header)), known.Kind.IsFromSystem ? "sys" : person.Id, known.Kind, $"{person.Id}'s {action}");
    }

    /// <summary>Writes a document around fields that are given as they are.</summary>
    internal Delivered Write(Person person, string fields, string format) =>
        new(Write(person, header => _wire.Write(fields, header)), person.Id, Kind: null, $"{person.Id}'s {format}");

    /// <summary>Delivers a document and reads the answer.</summary>
    internal Task<BotReply> DeliverAsync(Delivered delivered) =>
        Host.AskAsync(cancellationToken => _wire.DeliverAsync(delivered, cancellationToken), delivered.What);

    private byte[] Write(Person person, Func<DocumentHeader, byte[]> write)
    {
        lock (_lock)
        {
            var header = new DocumentHeader(person.Id, person.Chat, _clock.GetUtcNow(), ++_lastMessageId);
            var document = write(header);
            // Events have no id: two equal ones within a second would be one message, delivered twice. People are not that quick.
            while (!_sent.Add(Convert.ToBase64String(SHA256.HashData(document))))
            {
                header = header with { CreatedAt = header.CreatedAt.AddSeconds(1) };
                document = write(header);
            }
            if (Platform == ActionPlatform.OfficialAccount)
                Host.Platform.CustomerWindows.Open(Name, person.Id, document, _clock.GetUtcNow());
            return document;
        }
    }

    private TPerson Find<TPerson>(string id)
        where TPerson : Person => Find(id, chat: null) as TPerson ?? throw new BotTestException(
            $"Account '{Name}' is {WordsFor(Platform)}: ask for a {NameFor(Platform)}, such as host.Account(\"{Name}\").{NameFor(Platform)}(\"{id}\").");

    /// <summary>What people of a platform are called here.</summary>
    internal static string NameFor(ActionPlatform platform) => platform switch
    {
        ActionPlatform.OfficialAccount => nameof(Follower),
        ActionPlatform.Robot => nameof(RobotUser),
        _ => nameof(Member),
    };

    /// <summary>A platform in words.</summary>
    internal static string WordsFor(ActionPlatform platform) => platform switch
    {
        ActionPlatform.OfficialAccount => "an Official Account",
        ActionPlatform.Robot => "a robot",
        _ => "an application of WeCom",
    };
}
