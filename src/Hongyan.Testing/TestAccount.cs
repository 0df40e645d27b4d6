using System.Collections.Concurrent;
using System.Security.Cryptography;
using Hongyan.WeCom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hongyan.Testing;

/// <summary>One account of the application under test, and the people who use it.</summary>
public sealed class TestAccount
{
    private readonly ConcurrentDictionary<string, Member> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _sent = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly BotTestHost _host;
    private readonly WeComOptions _options;
    private readonly CallbackClient _client;
    private readonly TimeProvider _clock;
    private long _lastMessageId = 7_000_000_000_000_000_000;

    internal TestAccount(BotTestHost host, (string Account, string Path) callback, WebApplication app)
    {
        Name = callback.Account;
        _host = host;
        _clock = app.Services.GetRequiredService<TimeProvider>();
        _options = app.Services.GetRequiredService<IOptionsMonitor<WeComOptions>>().Get(Name);
        _client = new CallbackClient(app.GetTestClient(), callback.Path, _options, _clock);
    }

    /// <summary>Its name in the application.</summary>
    public string Name { get; }

    /// <summary>A person of the company who uses the app. The same id is the same person.</summary>
    /// <param name="id">The user id (成员UserID), such as <c>zhangsan</c>.</param>
    public Member Member(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return _members.GetOrAdd(id, static (id, account) => new Member(account, id), this);
    }

    internal BotTestHost Host => _host;

    /// <summary>Whether the bot can send messages by itself.</summary>
    internal bool CanSend => _options.AgentId is not null;

    /// <summary>Writes what a person does as a document that was never sent before.</summary>
    internal byte[] Write(string member, Func<PlaintextHeader, byte[]> write)
    {
        lock (_lock)
        {
            var header = new PlaintextHeader(_options.CorpId, member, _clock.GetUtcNow(), ++_lastMessageId, _options.AgentId ?? TestKeys.AgentId);
            var document = write(header);
            // Events have no id: two equal ones within a second would be one message, delivered twice. People are not that quick.
            while (!_sent.Add(Convert.ToBase64String(SHA256.HashData(document))))
            {
                header = header with { CreatedAt = header.CreatedAt.AddSeconds(1) };
                document = write(header);
            }
            return document;
        }
    }

    /// <summary>Delivers a document and reads the answer.</summary>
    internal Task<BotReply> DeliverAsync(byte[] document, string sender, ReplyPolicy shows, string what) => _host.AskAsync(async cancellationToken =>
    {
        var reply = await _client.DeliverAsync(document, cancellationToken).ConfigureAwait(false);
        return reply.IsEmpty ? BotReply.Nothing : ReplyReader.Read(reply, sender, _options.CorpId, shows);
    }, what);
}
