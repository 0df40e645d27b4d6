using System.Globalization;
using System.Text;
using Hongyan.Storage;
using Hongyan.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Hub.Tests.Fakes;

/// <summary>An account, and messages of it in any state.</summary>
internal static class School
{
    private const string Name = "school";

    /// <summary>The account, whose platform is nowhere.</summary>
    public static readonly string[] Arguments =
    [
        $"--Accounts:{Name}:Platform=WeCom", $"--Accounts:{Name}:CorpId=ww1111111111111111", $"--Accounts:{Name}:AgentId=1000009",
        $"--Accounts:{Name}:Secret=Zs8Kq2RmTfXw5LcVb7NpYd3GhJ9uAe4oQi6BtM1x0Ck", $"--Accounts:{Name}:Token=9fQ2mXv7LsTzKw4cRb8N",
        $"--Accounts:{Name}:EncodingAESKey=q8ZtVxN2mKc5RwYh7LdPf3GsJb9TaXe4WuQo6CyHi1M", $"--Accounts:{Name}:ApiBaseAddress=http://127.0.0.1:9",
    ];

    private static int s_messages;

    /// <summary>A message whose handler failed.</summary>
    public static async Task AddDeadLetterAsync(RunningConsole running, string person, string failure, string text = "你好")
    {
        var number = Interlocked.Increment(ref s_messages).ToString(CultureInfo.InvariantCulture);
        var raw = Encoding.UTF8.GetBytes(
            $"<xml><ToUserName><![CDATA[ww1111111111111111]]></ToUserName><FromUserName><![CDATA[{person}]]></FromUserName><CreateTime>1700000000</CreateTime>"
            + $"<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[{text}]]></Content><MsgId>{number}</MsgId><AgentID>1000009</AgentID></xml>");
        var key = MessageKey.FromHash(Name, System.Security.Cryptography.SHA256.HashData(raw));
        var message = new InboxMessage(key, new UserRef(Name, person), "TextMessage", raw, running.Time.GetUtcNow());
        await running.Services.GetRequiredService<IInbox>().AcceptAsync(
            message, Task.FromResult(new Outcome { Failure = failure, Decide = _ => HandOver.None }), TestContext.Current.CancellationToken);
    }

    /// <summary>A message of the outbox in a final state.</summary>
    /// <returns>Its number.</returns>
    public static async Task<long> AddMessageAsync(RunningConsole running, OutboxState state, string? error, string text = "你好", int? code = null)
    {
        var outbox = running.Services.GetRequiredService<IOutbox>();
        var log = running.Services.GetRequiredService<Hongyan.Storage.Log.DeliveryLog>();
        // Nobody is called so, so the sender has done with it as soon as it looks.
        await outbox.AddAsync([new OutgoingMessage(new UserRef("nobody", "zhangsan"), new TextReply(text))], TestContext.Current.CancellationToken);
        IReadOnlyList<Hongyan.Storage.Log.OutboxItem> failed;
        do
            failed = await log.ListOutboxAsync(new() { State = OutboxState.Failed, Account = "nobody" }, TestContext.Current.CancellationToken);
        while (failed.Count == 0);
        var id = failed[0].Id;
        await running.Services.GetRequiredService<SqliteStore>().WriteAsync(
            db => db.Execute($"update bots_outbox set Account = {Name}, State = {(int)state}, Error = {error}, ErrorCode = {code} where Id = {id}"), TestContext.Current.CancellationToken);
        return id;
    }
}
