using Hongyan.Hub.Storage;
using Hongyan.Hub.Tests.Fakes;
using Hongyan.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Hub.Tests;

public sealed class AccountTests
{
    [Fact]
    public async Task Account_Created_SetsItsOwnPasswordByALinkThatServesOnce()
    {
        await using var running = await RunningConsole.StartAsync();
        using var administrator = await running.VisitAsAdministratorAsync();
        var created = await administrator.PostAsync("/console/accounts/new", "new-account", new() { ["name"] = "LiSi", ["role"] = "Viewer" });
        var link = created.LinkOnce();
        using var owner = running.Visit();

        var used = await owner.PostAsync(link, "link", new() { ["password"] = Passwords.Good, ["repeated"] = Passwords.Good });
        var again = await owner.GetAsync(link);

        Assert.Equal((302, 410), (used.Status, again.Status));
        Assert.Equal(200, (await owner.GetAsync("/console/deliveries")).Status);
        Assert.Contains("lisi", (await administrator.GetAsync("/console/accounts")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(link.Split('=')[1], (await administrator.GetAsync("/console/audit")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Link_ThreeDaysOld_HasExpired()
    {
        await using var running = await RunningConsole.StartAsync();
        using var administrator = await running.VisitAsAdministratorAsync();
        var created = await administrator.PostAsync("/console/accounts/new", "new-account", new() { ["name"] = "lisi", ["role"] = "Viewer" });

        running.Time.Advance(TimeSpan.FromHours(72));

        using var owner = running.Visit();
        Assert.Equal(410, (await owner.GetAsync(created.LinkOnce())).Status);
    }

    [Fact]
    public async Task Link_New_LeavesThePasswordUntilItIsUsed()
    {
        await using var running = await RunningConsole.StartAsync();
        using var administrator = await running.VisitAsAdministratorAsync();
        using var viewer = await running.VisitAsAsync(administrator, "Viewer", "lisi");

        var page = await administrator.PostAsync("/console/accounts/2", "link", []);
        var before = await viewer.GetAsync("/console/deliveries");
        using var owner = running.Visit();
        await owner.PostAsync(page.LinkOnce(), "link", new() { ["password"] = Passwords.Other, ["repeated"] = Passwords.Other });

        Assert.Equal(200, before.Status);
        Assert.Equal(302, (await viewer.GetAsync("/console/deliveries")).Status);
        Assert.Equal(200, (await owner.GetAsync("/console/deliveries")).Status);
    }

    [Fact]
    public async Task Account_Locked_IsOutAtOnceAndStaysOut()
    {
        await using var running = await RunningConsole.StartAsync();
        using var administrator = await running.VisitAsAdministratorAsync();
        using var viewer = await running.VisitAsAsync(administrator, "Viewer", "lisi");

        await administrator.PostAsync("/console/accounts/2", "lock", []);

        Assert.Equal(302, (await viewer.GetAsync("/console/deliveries")).Status);
        var signIn = await viewer.PostAsync("/console/sign-in", "sign-in", new() { ["name"] = "lisi", ["password"] = Passwords.Good });
        Assert.Contains("用户名或密码不对", signIn.Html, StringComparison.Ordinal);

        await administrator.PostAsync("/console/accounts/2", "lock", []);
        Assert.Equal(302, (await viewer.PostAsync("/console/sign-in", "sign-in", new() { ["name"] = "lisi", ["password"] = Passwords.Good })).Status);
    }

    [Fact]
    public async Task Role_Changed_IsInTheAuditBeforeAndAfter()
    {
        await using var running = await RunningConsole.StartAsync();
        using var administrator = await running.VisitAsAdministratorAsync();
        using var viewer = await running.VisitAsAsync(administrator, "Viewer", "lisi");

        var page = await administrator.PostAsync("/console/accounts/2", "role", new() { ["role"] = "Operator" });

        Assert.Contains("角色已改变", page.Html, StringComparison.Ordinal);
        await using var db = running.Services.GetRequiredService<IHubStore>().Open();
        var line = await db.Audit.SingleAsync(entry => entry.Action == "account.role", TestContext.Current.CancellationToken);
        Assert.Equal(("admin", "account:lisi", "Viewer", "Operator", "127.0.0.1"), (line.Actor, line.Target, line.Before, line.After, line.Address));
    }

    [Theory]
    [InlineData("lock", "locked", "true")]
    [InlineData("role", "role", "Viewer")]
    public async Task LastAdministrator_LockedOrDemoted_IsRefused(string form, string field, string value)
    {
        await using var running = await RunningConsole.StartAsync();
        using var administrator = await running.VisitAsAdministratorAsync();
        using var invited = running.Visit();
        await administrator.PostAsync("/console/accounts/new", "new-account", new() { ["name"] = "second", ["role"] = "Administrator" });

        var page = await administrator.PostAsync("/console/accounts/1", form, new() { [field] = value });

        Assert.Contains("最后一个可用的管理员", page.Html, StringComparison.Ordinal);
        Assert.Equal(200, (await administrator.GetAsync("/console/accounts")).Status);
    }

    [Fact]
    public async Task Name_Taken_IsSaid()
    {
        await using var running = await RunningConsole.StartAsync();
        using var administrator = await running.VisitAsAdministratorAsync();

        var page = await administrator.PostAsync("/console/accounts/new", "new-account", new() { ["name"] = "Admin", ["role"] = "Viewer" });

        Assert.Contains("已经有账号 admin", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/console/accounts")]
    [InlineData("/console/accounts/1")]
    [InlineData("/console/accounts/new")]
    [InlineData("/console/audit")]
    public async Task Page_OfAdministrators_IsClosedToOthers(string path)
    {
        await using var running = await RunningConsole.StartAsync();
        using var administrator = await running.VisitAsAdministratorAsync();
        using var @operator = await running.VisitAsAsync(administrator, "Operator", "wangwu");

        var page = await @operator.GetAsync(path);

        Assert.Equal(403, page.Status);
        Assert.Contains("没有权限", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/console/accounts\"", (await @operator.GetAsync("/console/deliveries")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_OfAdministrators_SentByAnOperator_ChangesNothing()
    {
        await using var running = await RunningConsole.StartAsync();
        using var administrator = await running.VisitAsAdministratorAsync();
        using var @operator = await running.VisitAsAsync(administrator, "Operator", "wangwu");
        var token = PageClient.HiddenFieldsOf(await @operator.GetAsync("/console/password"), "password", "/console/password")["__RequestVerificationToken"];

        var page = await @operator.PostAsync("/console/accounts/2", new() { ["_handler"] = "role", ["__RequestVerificationToken"] = token, ["role"] = "Administrator" });

        Assert.Equal(403, page.Status);
        Assert.Contains("没有权限", page.Html, StringComparison.Ordinal);
        Assert.Equal(403, (await @operator.GetAsync("/console/accounts")).Status);
    }

    [Theory]
    [InlineData("update hub_audit set Actor = 'somebody else'")]
    [InlineData("delete from hub_audit")]
    public async Task Audit_Line_CanNeitherBeChangedNorDeleted(string sql)
    {
        await using var running = await RunningConsole.StartAsync();
        using var administrator = await running.VisitAsAdministratorAsync();
        var store = running.Services.GetRequiredService<IHubStore>();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.WriteAsync(
            db => db.Execute(System.Runtime.CompilerServices.FormattableStringFactory.Create(sql)), TestContext.Current.CancellationToken));

        await using var read = store.Open();
        Assert.Contains("admin", await read.Audit.Select(entry => entry.Actor).ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Audit_Filtered_ShowsWhatWasAskedForAndSurvivesNonsense()
    {
        await using var running = await RunningConsole.StartAsync();
        using var administrator = await running.VisitAsAdministratorAsync();
        using var viewer = await running.VisitAsAsync(administrator, "Viewer", "lisi");

        var of = await administrator.GetAsync("/console/audit?actor=admin&action=account.create");
        var none = await administrator.GetAsync("/console/audit?from=2099-01-01T00:00");
        var nonsense = await administrator.GetAsync($"/console/audit?before=99999999999999999999&from=0001-01-01T00:00&to=x&target=%25{new string('a', 4000)}");

        Assert.Contains(">创建账号</td>", of.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(">创建第一个管理员</td>", of.Html, StringComparison.Ordinal);
        Assert.Contains("没有记录", none.Html, StringComparison.Ordinal);
        Assert.Equal(200, nonsense.Status);
    }

    [Fact]
    public async Task Schema_Migrated_IsTheModels()
    {
        await using var running = await RunningConsole.StartAsync();
        await using var db = running.Services.GetRequiredService<IHubStore>().Open();

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }
}
