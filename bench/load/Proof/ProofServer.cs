using System.Collections.Concurrent;
using System.Globalization;
using Hongyan.Storage;
using Hongyan.Storage.PostgreSql;
using Hongyan.Storage.Sqlite;
using Microsoft.Extensions.Options;

namespace Hongyan.Load.Proof;

/// <summary>
/// The server that is put to the proof: a bot with a store, in a process of its own that can be killed. Every message has an effect, a row
/// of the table <c>effects</c>. A text that begins with 慢 and a number is answered after so many seconds; one that begins with 发 is
/// answered by two messages of the active API.
/// </summary>
internal static class ProofServer
{
    public const string Command = "proof-server";

    /// <summary>What it prints when it takes callbacks.</summary>
    public const string Ready = "ready";

    /// <param name="arguments">
    /// Where it listens, its folder, the platform's address; <c>silent</c> for an account that cannot send; how PostgreSQL is reached, where that is
    /// the store. the server's name among several.
    /// </param>
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var address, var folder, var platform, .. var rest])
            return 2;
        var builder = Servers.NewBuilder(address);
        builder.Logging.SetMinimumLevel(LogLevel.Critical);
        builder.Configuration["WeCom:CorpId"] = LoadAccount.CorpId;
        builder.Configuration["WeCom:Token"] = LoadAccount.Token;
        builder.Configuration["WeCom:EncodingAESKey"] = LoadAccount.EncodingAesKey;
        builder.Configuration["WeCom:ApiBaseAddress"] = platform;
        if (!rest.Contains("silent"))
        {
            builder.Configuration["WeCom:AgentId"] = LoadAccount.AgentId.ToString(CultureInfo.InvariantCulture);
            builder.Configuration["WeCom:Secret"] = LoadAccount.Secret;
        }
        var clock = new JumpingTimeProvider();
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.AddWeCom();
        var postgreSql = rest.FirstOrDefault(word => word.StartsWith("Host=", StringComparison.Ordinal));
        builder.AddStore(folder, postgreSql);
        builder.Services.Configure<PostgreSqlStoreOptions>(options => options.NodeName = address);
        // A message that is killed twenty times would be given up as poison, which is right, and not what is proved here.
        builder.Services.Configure<BotOptions>(options => options.MaxRuns = 1000);

        var app = builder.Build();
        var calls = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        MapBot(app.MapWeCom("/wecom"), calls);
        using var full = postgreSql is null ? new FullDisk(app.Services.GetRequiredService<SqliteStore>()) : null;
        app.MapGet("/proof/calls", () => new { total = calls.Values.Sum(), distinct = calls.Count });
        app.MapGet("/proof/memory", () => new { bytes = GC.GetTotalMemory(forceFullCollection: true) });
        app.MapPost("/proof/clock", (double seconds) => clock.Jump(TimeSpan.FromSeconds(seconds)));
        app.MapPost("/proof/full", (bool on) => full!.IsOn = on);

        await app.StartAsync();
        await app.Services.GetRequiredService<IStore>().WriteAsync(CreateEffects, CancellationToken.None);
        Console.WriteLine(Ready);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static void CreateEffects(StoreTransaction db)
    {
        // Several servers may start at once, and PostgreSQL lets one of them fail that finds nothing and then cannot create it.
        if (db.Transaction is Npgsql.NpgsqlTransaction)
            db.Execute($"select pg_advisory_xact_lock(1)");
        db.Execute($"create table if not exists effects (content text not null)");
    }

    private static void MapBot(Bot bot, ConcurrentDictionary<string, int> calls) => bot.OnText(async (TextMessage message, BotContext context) =>
    {
        var content = message.Content;
        calls.AddOrUpdate(content, 1, (_, count) => count + 1);
        context.OnCommit(db => db.Execute($"insert into effects values ({content})"));
        if (content.StartsWith('慢'))
            await Task.Delay(TimeSpan.FromSeconds(int.Parse(content.AsSpan(1, content.IndexOf(' ', StringComparison.Ordinal) - 1), CultureInfo.InvariantCulture)), context.CancellationToken);
        if (!content.StartsWith('发'))
            return $"收到 {content}";
        await context.SendAsync($"{content} 一");
        await context.SendAsync($"{content} 二");
        return null;
    });
}
