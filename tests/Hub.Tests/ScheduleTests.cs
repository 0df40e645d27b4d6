using System.Text.RegularExpressions;
using Hongyan.Hub.Tests.Fakes;
using Hongyan.Server.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Hub.Tests;

public sealed partial class ScheduleTests
{
    private const string Path = "/console/schedules";

    [Fact]
    public async Task SchedulesPage_ServerHasStarted_ShowsWhatRunsWhen()
    {
        var work = new CountedWork();
        await using var console = await StartAsync(work);
        using var admin = await console.VisitAsAdministratorAsync();

        var page = await UntilAsync(admin, text => RowOf(text).Contains("等待中", StringComparison.Ordinal)
            && RowOf(text).Contains("2026-01-05 09:00:00", StringComparison.Ordinal) && RowOf(text).Contains("2026-01-05 09:05:00", StringComparison.Ordinal));

        Assert.Equal(1, work.Runs);
        Assert.Contains("5 分钟", RowOf(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SchedulesPage_RunNow_RunsBesideItsTimesAndIsAudited()
    {
        var work = new CountedWork();
        await using var console = await StartAsync(work);
        using var admin = await console.VisitAsAdministratorAsync();
        await UntilAsync(admin, _ => work.Runs == 1);

        var answer = await admin.PostAsync(Path, "schedules", new() { ["do"] = "run:test.count" });

        Assert.Equal(302, answer.Status);
        await UntilAsync(admin, _ => work.Runs == 2);
        Assert.Equal(("admin", "schedule:test.count", null), await console.AuditOfAsync("schedule.run"));
    }

    [Fact]
    public async Task SchedulesPage_Paused_StaysSoOverARestartUntilResumed()
    {
        var work = new CountedWork();
        using var data = new KeptFolder();
        var first = await StartAsync(work, data.Folder);
        using (var admin = await first.VisitAsAdministratorAsync())
        {
            await UntilAsync(admin, _ => work.Runs == 1);
            await admin.PostAsync(Path, "schedules", new() { ["do"] = "pause:test.count" });
        }
        await first.DisposeAsync();

        var again = new CountedWork();
        await using var second = await StartAsync(again, data.Folder);
        using var visitor = second.Visit();
        await visitor.PostAsync("/console/sign-in", "sign-in", new() { ["name"] = "admin", ["password"] = Passwords.Good });
        await UntilAsync(visitor, text => RowOf(text).Contains("已暂停", StringComparison.Ordinal));
        second.Time.Advance(TimeSpan.FromMinutes(30));
        Assert.Equal(0, again.Runs);

        await visitor.PostAsync(Path, "schedules", new() { ["do"] = "resume:test.count" });
        await UntilAsync(visitor, _ => again.Runs == 1);
        Assert.Equal("schedule:test.count", (await second.AuditOfAsync("schedule.resume")).Target);
    }

    [Fact]
    public async Task Schedule_TimesMissedWhileStopped_AreMadeUpForOnce()
    {
        var work = new CountedWork();
        using var data = new KeptFolder();
        var first = await StartAsync(work, data.Folder);
        using (var admin = await first.VisitAsAdministratorAsync())
            await UntilAsync(admin, _ => work.Runs == 1);
        await first.DisposeAsync();

        var again = new CountedWork();
        await using var second = await StartAsync(again, data.Folder, later: TimeSpan.FromHours(3));
        using var visitor = second.Visit();
        await visitor.PostAsync("/console/sign-in", "sign-in", new() { ["name"] = "admin", ["password"] = Passwords.Good });

        // When it ran is written once it has, and when it runs next before that.
        await UntilAsync(visitor, text => RowOf(text).Contains("2026-01-05 12:00:00", StringComparison.Ordinal) && RowOf(text).Contains("2026-01-05 12:05:00", StringComparison.Ordinal));

        Assert.Equal(1, again.Runs);
    }

    [Fact]
    public async Task SchedulesPage_RunFails_ShowsWhyAndGoesOn()
    {
        var work = new CountedWork { Failure = new HongyanException("Jira 没有回答") };
        await using var console = await StartAsync(work);
        using var admin = await console.VisitAsAdministratorAsync();

        var page = await UntilAsync(admin, text => RowOf(text).Contains("上次失败", StringComparison.Ordinal));
        work.Failure = null;
        await admin.PostAsync(Path, "schedules", new() { ["do"] = "run:test.count" });

        Assert.Contains("Jira 没有回答", RowOf(page), StringComparison.Ordinal);
        await UntilAsync(admin, text => RowOf(text).Contains("等待中", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("run:nothing")]
    [InlineData("run")]
    [InlineData("delete:test.count")]
    [InlineData("")]
    public async Task SchedulesPage_SomethingElseAsked_ChangesNothing(string asked)
    {
        var work = new CountedWork();
        await using var console = await StartAsync(work);
        using var admin = await console.VisitAsAdministratorAsync();
        await UntilAsync(admin, _ => work.Runs == 1);

        var answer = await admin.PostAsync(Path, "schedules", new() { ["do"] = asked });

        Assert.Contains("没有这一项", answer.Html, StringComparison.Ordinal);
        Assert.Equal(1, work.Runs);
    }

    [Fact]
    public async Task SchedulesPage_Viewer_SeesAndChangesNothing()
    {
        var work = new CountedWork();
        await using var console = await StartAsync(work);
        using var admin = await console.VisitAsAdministratorAsync();
        using var viewer = await console.VisitAsAsync(admin, "Viewer", "lisi");

        var page = await UntilAsync(viewer, text => RowOf(text).Contains("等待中", StringComparison.Ordinal));
        var answer = await viewer.PostAsync(Path, "schedules", new() { ["do"] = "pause:test.count" });

        Assert.DoesNotContain("立即运行", page, StringComparison.Ordinal);
        Assert.Equal(403, answer.Status);
    }

    private static Task<RunningConsole> StartAsync(CountedWork work, DataFolder? data = null, TimeSpan later = default) => RunningConsole.StartWithAsync(
        services => services.AddSingleton(work).AddPeriodicWork<CountedWork>(), data, later);

    private static string RowOf(string page) => Row().Matches(page).Select(row => row.Value).FirstOrDefault(row => row.Contains("test.count", StringComparison.Ordinal)) ?? "";

    private static async Task<string> UntilAsync(PageClient client, Func<string, bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            var page = await client.GetAsync(Path);
            if (isSo(page.Html))
                return page.Html;
            await pause.WaitForNextTickAsync(patience.Token);
        }
    }

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    /// <summary>A folder for two servers, one after the other.</summary>
    private sealed class KeptFolder : IDisposable
    {
        public DataFolder Folder { get; } = new() { IsKept = true };

        public void Dispose() => Folder.Delete();
    }

    private sealed class CountedWork : IPeriodicWork
    {
        private int _runs;

        public int Runs => Volatile.Read(ref _runs);

        public HongyanException? Failure { get; set; }

        public string Name => "test.count";

        public TimeSpan Interval { get; } = TimeSpan.FromMinutes(5);

        public Task RunAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _runs);
            return Failure is { } failure ? Task.FromException(failure) : Task.CompletedTask;
        }
    }
}
