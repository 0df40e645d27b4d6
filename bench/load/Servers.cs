using System.Buffers;
using System.Text;
using Hongyan.Protocol;
using Hongyan.WeCom;
using Microsoft.AspNetCore.DataProtection;

namespace Hongyan.Load;

/// <summary>The servers that are compared, with the same Kestrel and the same logging.</summary>
internal static class Servers
{
    /// <summary>An echo bot.</summary>
    /// <param name="address">Where it listens.</param>
    /// <param name="folder">Where its store is, with every commit flushed to the disk; null for an echo in memory.</param>
    public static async Task<int> RunEchoAsync(string address, string? folder = null)
    {
        var builder = NewBuilder(address);
        builder.Configuration["WeCom:CorpId"] = LoadAccount.CorpId;
        builder.Configuration["WeCom:Token"] = LoadAccount.Token;
        builder.Configuration["WeCom:EncodingAESKey"] = LoadAccount.EncodingAesKey;
        builder.AddWeCom();
        if (folder is not null)
            builder.AddStore(folder);
        var app = builder.Build();
        app.MapWeCom("/wecom").OnText((TextMessage message) => $"你说：{message.Content}");
        await app.RunAsync();
        return 0;
    }

    /// <summary>An echo bot with a store in a folder that goes when it stops.</summary>
    public static async Task<int> RunDurableEchoAsync(string address)
    {
        var folder = Directory.CreateTempSubdirectory("hongyan-load-").FullName;
        try
        {
            return await RunEchoAsync(address, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static async Task<int> RunBareAsync(string address)
    {
        var answer = AnswerOfTheSameSize();
        var app = NewBuilder(address).Build();
        app.MapPost("/wecom", async context =>
        {
            context.Response.ContentType = "text/xml; charset=utf-8";
            context.Response.ContentLength = answer.Length;
            await context.Response.BodyWriter.WriteAsync(answer);
        });
        await app.RunAsync();
        return 0;
    }

    /// <summary>Keeps inbox and outbox in a folder, or in PostgreSQL, with keys that outlive the process.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="folder">Where the keys are, and the database where it is a file.</param>
    /// <param name="postgreSql">How PostgreSQL is reached; null for the file.</param>
    public static void AddStore(this WebApplicationBuilder builder, string folder, string? postgreSql = null)
    {
        var keys = Directory.CreateDirectory(Path.Combine(folder, "keys"));
        builder.Services.AddDataProtection().SetApplicationName("Hongyan.Load").PersistKeysToFileSystem(keys);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        if (postgreSql is not null)
            builder.Services.AddPostgreSqlStorage(postgreSql);
        else
            builder.Services.AddSqliteStorage($"Data Source={Path.Combine(folder, "hongyan.db")}");
    }

    public static WebApplicationBuilder NewBuilder(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        return builder;
    }

    private static byte[] AnswerOfTheSameSize()
    {
        var plaintext = new ArrayBufferWriter<byte>();
        ReplyWriter.Write(new TextReply("你说：明天下午三点开会吗？"), new ReplyHeader("zhangsan", LoadAccount.CorpId, DateTimeOffset.FromUnixTimeSeconds(1700000000)), plaintext);
        var envelope = new ArrayBufferWriter<byte>();
        new CallbackEnvelope(LoadAccount.Token, LoadAccount.EncodingAesKey, LoadAccount.CorpId).Seal(plaintext.WrittenSpan, "1700000000", "1000000000", envelope);
        return Encoding.ASCII.GetBytes(new string('x', envelope.WrittenCount));
    }
}
