using Hongyan.Server.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Hongyan.Browser.Tests;

/// <summary>A server whose console asks for an account, with messages of every kind in it.</summary>
public sealed class SeededConsole : IAsyncLifetime
{
    private const string Password = "correct horse 42";

    private readonly DataFolder _data = new();
    private RunningServer? _running;
    private Cookie[]? _session;

    /// <summary>Where the server is.</summary>
    public Uri Address => _running!.Server.BaseAddress!;

    public async ValueTask InitializeAsync()
    {
        _running = await RunningServer.StartAsync(_data, "--Console:AutoSignIn=false");
        await _running.SayAsync("你好");
        await _running.SayAsync("帮助", "lisi");
        await _running.SayToDeskAsync("提bug 登录页打不开，点登录没有反应");
        await using var database = new SqliteConnection($"Data Source={_data.Combine("hongyan.db")};Pooling=false");
        await database.OpenAsync();
        await using var seed = database.CreateCommand();
        seed.CommandText = """
            update bots_inbox set State = 2, HandOver = 0, Answer = null, Failure = 'System.TimeoutException: 成绩系统 30 秒没有回答' || char(10) || '   at School.Grades.SummaryAsync(UserRef user)' where Id = 2;
            insert into bots_outbox (Account, Person, Kind, Content, CreatedAt, NotBefore, Attempts, State, ErrorCode, Error, FinishedAt, InboxId)
            select 'demo', 'lisi', 'text', Raw, ReceivedAt, ReceivedAt, 1, 3, 81013, '81013: user & party & tag all invalid', ReceivedAt, Id from bots_inbox where Id = 1;
            insert into bots_outbox (Account, Person, Kind, Content, CreatedAt, NotBefore, Attempts, State, Error, FinishedAt, InboxId)
            select 'demo', 'wangwu', 'text', Raw, ReceivedAt, ReceivedAt, 1, 4, 'The request was sent, but no answer came within 10 s.', ReceivedAt, Id from bots_inbox where Id = 1;
            """;
        await seed.ExecuteNonQueryAsync();
    }

    /// <summary>Says something to the bug desk, and waits for what it made of it.</summary>
    internal Task SayToDeskAsync(string text) => _running!.SayToDeskAsync(text);

    /// <summary>The one-time link, which works once for all tests of a class.</summary>
    public string SetupLink => File.ReadAllText(_data.Combine("setup-link.txt")).Trim();

    /// <summary>Creates the administrator with the link, or signs in where that has been done.</summary>
    public async Task SignInAsync(IPage page)
    {
        if (File.Exists(_data.Combine("setup-link.txt")))
        {
            await page.GotoAsync(SetupLink);
            await page.GetByLabel("新密码", new() { Exact = true }).FillAsync(Password);
            await page.GetByLabel("再输一次新密码").FillAsync(Password);
            await page.GetByRole(AriaRole.Button, new() { Name = "创建并登录" }).ClickAsync();
        }
        else
        {
            await page.GotoAsync(new Uri(Address, "/console/sign-in").ToString());
            await page.GetByLabel("用户名").FillAsync("admin");
            await page.GetByLabel("密码").FillAsync(Password);
            await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        }
        await page.WaitForURLAsync("**/console/deliveries");
    }

    /// <summary>Brings the session of whoever signed in first along, as one browser does for all its tabs.</summary>
    public async Task StaySignedInAsync(IPage page)
    {
        if (_session is not null)
        {
            await page.Context.AddCookiesAsync(_session);
            return;
        }
        await SignInAsync(page);
        _session = [.. (await page.Context.CookiesAsync()).Select(cookie => new Cookie
        {
            Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path, HttpOnly = cookie.HttpOnly, Secure = cookie.Secure, SameSite = cookie.SameSite,
        })];
    }

    public async ValueTask DisposeAsync()
    {
        if (_running is not null)
            await _running.DisposeAsync();
    }
}
