#:sdk Microsoft.NET.Sdk.Web
#:project ../src/Hongyan.AspNetCore/Hongyan.AspNetCore.csproj
using System.Collections.Concurrent;
using Hongyan;

var builder = WebApplication.CreateBuilder(args);
builder.AddWeCom();
builder.Services.AddSingleton<CheckInBook>();         // one for all messages, so it must be thread-safe
builder.Services.AddScoped<Visit>();                  // one for each message, shared by middleware and handler

var app = builder.Build();
var bot = app.MapWeCom("/wecom");

// Around every message: what stands before next runs on the way in, what stands behind it on the way out.
bot.Use(async (ctx, next) =>
{
    ctx.Services.GetRequiredService<Visit>().Start(ctx.User.Id);
    await next(ctx);
    if (ctx.Reply is TextReply text)
        ctx.Reply = $"{text.Content}\n—— 签到助手";
});

// A handler asks for what it needs. Services, the person and the message are told apart by their types.
bot.OnText("签到", (Visit visit) => visit.CheckIn());
bot.OnText("名单", (CheckInBook book, TimeProvider time) => book.Read(DateOnly.FromDateTime(time.GetLocalNow().Date)));

// Asynchronous or not makes no difference. The token ends with the handler's own timeout, not when the platform hangs up.
bot.OnText("分组 {size}", (int size, CheckInBook book, TimeProvider time, CancellationToken cancellationToken) =>
    book.SplitAsync(DateOnly.FromDateTime(time.GetLocalNow().Date), size, cancellationToken));

// Whatever a handler throws comes here and is logged in any case. Without this, nothing is answered.
bot.OnError((Exception failure) => failure is ArgumentException ? $"不行：{failure.Message}" : "出错了，请稍后再试。");

app.Run();

/// <summary>Who checked in, day by day. A real one would be a database.</summary>
internal sealed class CheckInBook
{
    private readonly ConcurrentDictionary<(DateOnly Day, string User), DateTimeOffset> _entries = new();

    public bool TryAdd(string user, DateTimeOffset at) => _entries.TryAdd((DateOnly.FromDateTime(at.Date), user), at);

    public string Read(DateOnly day) =>
        People(day) is { Count: > 0 } people ? string.Join('\n', people) : "今天还没有人签到。";

    public Task<string> SplitAsync(DateOnly day, int size, CancellationToken cancellationToken)
    {
        if (size < 2)
            throw new ArgumentException("一组至少两个人。");
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(string.Join('\n', People(day).Chunk(size).Select((group, index) => $"第 {index + 1} 组：{string.Join('、', group)}")));
    }

    private List<string> People(DateOnly day) =>
        [.. _entries.Where(entry => entry.Key.Day == day).OrderBy(entry => entry.Value).Select(entry => entry.Key.User)];
}

/// <summary>One message of one person.</summary>
internal sealed class Visit(CheckInBook book, TimeProvider time)
{
    private string _user = "";

    public void Start(string user) => _user = user;

    public string CheckIn()
    {
        // The TimeProvider is the one that a test moves; DateTime.Now could not be tested.
        var now = time.GetLocalNow();
        return book.TryAdd(_user, now) ? $"已签到，{now:HH:mm}。" : "你今天已经签过到了。";
    }
}
