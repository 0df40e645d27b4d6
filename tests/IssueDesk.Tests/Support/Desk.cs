using System.Text.Json.Nodes;
using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Storage;
using Hongyan.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hongyan.IssueDesk.Tests.Support;

/// <summary>The desk with its store and its workers, and the people who talk to it. Another one can go on where this one ended.</summary>
internal sealed class Desk : IAsyncDisposable
{
    /// <summary>Longer times pass as if the machine had slept: the workers look every minute, and a day of that takes seconds.</summary>
    private static readonly TimeSpan LivedThrough = TimeSpan.FromMinutes(5);

    private readonly BotTestHost _host;
    private readonly DeskFolder _folder;
    private readonly bool _ownsFolder;
    private bool _hasPassed;

    private Desk(BotTestHost host, DeskFolder folder, bool ownsFolder)
    {
        _host = host;
        _folder = folder;
        _ownsFolder = ownsFolder;
    }

    public BotTestHost Host => _host;

    public ManualTimeProvider Time => _host.Time;

    public TestPlatform Platform => _host.Platform;

    public Member Zhangsan => Member("zhangsan");

    public IDeskStore Store => _host.Services.GetRequiredService<IDeskStore>();

    public Member Member(string id) => _host.Member(id);

    /// <summary>A browser, or anything else that opens the desk's addresses.</summary>
    public HttpClient Browser() => ((TestServer)_host.Services.GetRequiredService<IServer>()).CreateClient();

    public static Task<Desk> StartAsync(params (string Key, string Value)[] settings) => StartAsync(new DeskFolder(), ownsFolder: true, settings);

    /// <summary>Starts with the console; the first values stand where files do, so that the console goes over them.</summary>
    public static Task<Desk> StartWithConsoleAsync(DeskFolder folder, IEnumerable<(string Key, string Value)> files, params (string Key, string Value)[] settings) =>
        StartAsync(folder, ownsFolder: false, settings, files);

    /// <summary>Starts on the store of an earlier process.</summary>
    public static Task<Desk> StartOnAsync(DeskFolder folder, params (string Key, string Value)[] settings) => StartAsync(folder, ownsFolder: false, settings);

    /// <summary>Starts with what the environment says in variables that begin with a prefix.</summary>
    public static async Task<Desk> StartFromEnvironmentAsync(string prefix)
    {
        var folder = new DeskFolder();
        await folder.PrepareAsync();
        return new Desk(await BotTestHost.StartApplicationAsync(builder => Build(builder, folder, [], prefix, filesUnderConsole: null)), folder, ownsFolder: true);
    }

    public IReadOnlyList<Draft> Drafts()
    {
        using var desk = Store.OpenReader();
        return desk.Drafts.OrderBy(draft => draft.Id).ToList();
    }

    /// <summary>Presses a button of a card that the bot sent.</summary>
    public static Task<BotReply> ClickAsync(Member member, BotReply card, string key) =>
        member.SendsAsync(MemberAction.Event("template_card_event", key).With("taskId", (string)card.Push!["template_card"]!["task_id"]!));

    /// <summary>Presses a button of the card that shows a person's last draft.</summary>
    public Task<BotReply> ClickAsync(string member, string key) =>
        Member(member).SendsAsync(MemberAction.Event("template_card_event", key).With("taskId", Drafts().Last(draft => draft.Person == member).TaskId));

    /// <summary>Changes the configuration while the desk runs, as an edited file does.</summary>
    public void Configure(string key, string? value)
    {
        var configuration = (IConfigurationRoot)_host.Services.GetRequiredService<IConfiguration>();
        configuration[key] = value;
        configuration.Reload();
    }

    /// <summary>Has the contacts call people by other names than their user ids.</summary>
    public void KnowsPeople(params (string UserId, string Name, string? Email)[] people) => Platform.Answers("/cgi-bin/user/get", call =>
        people.FirstOrDefault(person => person.UserId == call.Query("userid")) is { UserId: not null } person
            ? new JsonObject { ["errcode"] = 0, ["userid"] = person.UserId, ["name"] = person.Name, ["biz_mail"] = person.Email }.ToJsonString()
            : null);

    /// <summary>Has the platform refuse the desk's cards, so that previews come in words.</summary>
    public void RefusesCards() => Platform.Answers("/cgi-bin/message/send", call =>
        (string?)call.Body!["msgtype"] == "template_card" ? """{"errcode":43012,"errmsg":"callback url needed"}""" : null);

    /// <summary>Lets time pass. The workers look at the clock again, even those that were only about to wait for it.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        // Those that look every minute have to have begun.
        if (!_hasPassed)
            await Time.WaitForTimerAsync(TimeSpan.FromMinutes(1));
        _hasPassed = true;
        if (time > LivedThrough)
            Time.Skip(time);
        else
            Time.Advance(time);
        var signals = _host.Services.GetRequiredService<DeskSignals>();
        signals.Tracker.Set();
        signals.People.Set();
        signals.Group.Set();
    }

    /// <summary>Lets the pauses between searches pass.</summary>
    public async Task SearchAsync(int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            await Time.WaitForTimerAsync(TimeSpan.FromSeconds(9.5));
            Time.Advance(TimeSpan.FromSeconds(9.5));
        }
    }

    /// <summary>Waits for what a worker is about to do.</summary>
    public static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(TestTimeouts.Default);
        // A loop without a pause would take the processor from what it waits for.
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!isSo())
            await pause.WaitForNextTickAsync(patience.Token);
    }

    public int CountDemoIssues()
    {
        using var desk = Store.OpenReader();
        return desk.DemoIssues.Count();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        if (_ownsFolder)
            _folder.Dispose();
    }

    private static async Task<Desk> StartAsync(DeskFolder folder, bool ownsFolder, (string Key, string Value)[] settings, IEnumerable<(string Key, string Value)>? filesUnderConsole = null)
    {
        await folder.PrepareAsync();
        var host = await BotTestHost.StartApplicationAsync(builder => Build(builder, folder, settings, environmentPrefix: null, filesUnderConsole));
        return new Desk(host, folder, ownsFolder);
    }

    private static WebApplication Build(
        WebApplicationBuilder builder, DeskFolder folder, (string Key, string Value)[] settings, string? environmentPrefix, IEnumerable<(string Key, string Value)>? filesUnderConsole)
    {
        if (filesUnderConsole is not null)
            ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = filesUnderConsole.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)) });
        builder.Configuration.AddInMemoryCollection([new("Accounts:issuedesk:AgentId", "1000004"), new("IssueDesk:PublicUrl", "http://desk.test"), new("Bots:ErrorReply", "出错了"), new("Console:AutoSignIn", "false")]);
        // The last one of a key counts.
        builder.Configuration.AddInMemoryCollection(settings.GroupBy(setting => setting.Key).Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Last().Value)));
        if (environmentPrefix is not null)
            builder.Configuration.AddEnvironmentVariables(environmentPrefix);
        builder.AddWeCom("issuedesk", "Accounts:issuedesk");
        folder.Register(builder.Services);
        builder.Services.AddSingleton<IDataProtectionProvider>(folder.Keys);
        builder.AddIssueDesk();
        if (filesUnderConsole is not null)
        {
            builder.AddIssueDeskConsole();
            builder.AddConsole(folder.Location);
            // What is tested is who comes in, and not how long a thief would have to try.
            builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
        }
        var app = builder.Build();
        app.MapIssueDesk(app.MapWeCom("/callback/issuedesk", "issuedesk"));
        if (filesUnderConsole is not null)
            app.MapConsole();
        return app;
    }
}
