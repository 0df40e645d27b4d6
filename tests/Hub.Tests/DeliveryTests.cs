using Hongyan.Hub.Storage;
using Hongyan.Hub.Tests.Fakes;
using Hongyan.Storage;
using Hongyan.Storage.Log;
using Hongyan.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Hub.Tests;

public sealed class DeliveryTests
{
    private const string Hostile = "<script>alert('你好')</script>";

    [Fact]
    public async Task DeadLetter_Retried_IsRunAgainAndAudited()
    {
        await using var running = await RunningConsole.StartAsync(School.Arguments);
        using var administrator = await running.VisitAsAdministratorAsync();
        using var @operator = await running.VisitAsAsync(administrator, "Operator", "wangwu");
        await School.AddDeadLetterAsync(running, "zhangsan", "成绩系统没有回答");

        var list = await @operator.GetAsync("/console/deliveries/dead-letters");
        var confirmation = await @operator.GetAsync("/console/deliveries/retry?letter=1");
        var retried = await @operator.PostAsync("/console/deliveries/retry?letter=1", "retry", []);
        var after = await @operator.GetAsync(new Uri(running.Address, retried.Location).PathAndQuery);

        Assert.Contains("成绩系统没有回答", list.Html, StringComparison.Ordinal);
        Assert.Contains("把 1 条死信再处理一遍", confirmation.Html, StringComparison.Ordinal);
        Assert.Contains("会再做一遍", confirmation.Html, StringComparison.Ordinal);
        Assert.Contains("已重试 1 条", after.Html, StringComparison.Ordinal);
        Assert.Contains("没有死信", after.Html, StringComparison.Ordinal);
        Assert.Equal(("wangwu", "inbox:1", "Dead"), await running.AuditOfAsync("delivery.retry"));
    }

    [Fact]
    public async Task DeadLetter_RetriedTwice_IsDoneOnce()
    {
        await using var running = await RunningConsole.StartAsync(School.Arguments);
        using var administrator = await running.VisitAsAdministratorAsync();
        await School.AddDeadLetterAsync(running, "zhangsan", "x");
        var form = PageClient.HiddenFieldsOf(await administrator.GetAsync("/console/deliveries/retry?letter=1"), "retry", "retry");
        await administrator.PostAsync("/console/deliveries/retry?letter=1", form);

        var again = await administrator.PostAsync("/console/deliveries/retry?letter=1", form);

        // Whichever comes first: there is nothing left to confirm, or the second confirmation finds nothing to do.
        Assert.DoesNotContain("retried=1", again.Location ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OutboxState.Unknown)]
    [InlineData(OutboxState.Failed)]
    [InlineData(OutboxState.Expired)]
    public async Task Message_InAFinalState_IsSentAgainAfterTheWarning(OutboxState state)
    {
        await using var running = await RunningConsole.StartAsync(School.Arguments);
        using var administrator = await running.VisitAsAdministratorAsync();
        var id = await School.AddMessageAsync(running, state, "81013: all invalid");

        var confirmation = await administrator.GetAsync($"/console/deliveries/retry?message={id}");
        var retried = await administrator.PostAsync($"/console/deliveries/retry?message={id}", "retry", []);

        Assert.Contains("可能收到两遍", confirmation.Html, StringComparison.Ordinal);
        Assert.EndsWith("/console/deliveries/outbox?retried=1&refused=0", retried.Location, StringComparison.Ordinal);
        Assert.Equal(("admin", $"outbox:{id}", state.ToString()), await running.AuditOfAsync("delivery.retry"));
    }

    [Fact]
    public async Task Message_Sent_CannotBeSentAgain()
    {
        await using var running = await RunningConsole.StartAsync(School.Arguments);
        using var administrator = await running.VisitAsAdministratorAsync();
        var id = await School.AddMessageAsync(running, OutboxState.Sent, null);

        var page = await administrator.GetAsync($"/console/deliveries/retry?message={id}");

        Assert.Contains("没有可以重试的", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Viewer_Everywhere_SeesNoButtonsAndNoContent()
    {
        await using var running = await RunningConsole.StartAsync(School.Arguments);
        using var administrator = await running.VisitAsAdministratorAsync();
        using var viewer = await running.VisitAsAsync(administrator, "Viewer", "lisi");
        await School.AddDeadLetterAsync(running, "zhangsan", "broken", "秘密的话");
        var message = await School.AddMessageAsync(running, OutboxState.Unknown, "no answer");

        foreach (var path in new[] { "/console/deliveries", "/console/deliveries/dead-letters", "/console/deliveries/outbox", "/console/deliveries/inbox/1", $"/console/deliveries/outbox/{message}" })
        {
            var page = await viewer.GetAsync(path);
            Assert.Equal(200, page.Status);
            Assert.DoesNotContain("重试", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("checkbox", page.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("秘密的话", page.Html, StringComparison.Ordinal);
        }

        var confirmation = await viewer.GetAsync("/console/deliveries/retry?letter=1");
        var token = PageClient.HiddenFieldsOf(await viewer.GetAsync("/console/password"), "password", "password")["__RequestVerificationToken"];
        var forced = await viewer.PostAsync("/console/deliveries/retry?letter=1", new() { ["_handler"] = "retry", ["__RequestVerificationToken"] = token });
        var content = await viewer.PostAsync("/console/deliveries/inbox/1", new() { ["_handler"] = "content", ["__RequestVerificationToken"] = token });
        Assert.Equal((403, 403, 403), (confirmation.Status, forced.Status, content.Status));
        Assert.DoesNotContain("秘密的话", content.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Content_ShownToAnOperator_IsEncodedAndAudited()
    {
        await using var running = await RunningConsole.StartAsync(School.Arguments);
        using var administrator = await running.VisitAsAdministratorAsync();
        await School.AddDeadLetterAsync(running, "zhangsan", $"failed with {Hostile}", Hostile);
        var message = await School.AddMessageAsync(running, OutboxState.Failed, Hostile, Hostile);

        var before = await administrator.GetAsync("/console/deliveries/inbox/1");
        var inbox = await administrator.PostAsync("/console/deliveries/inbox/1", "content", []);
        var outbox = await administrator.PostAsync($"/console/deliveries/outbox/{message}", "content", []);
        var list = await administrator.GetAsync("/console/deliveries");

        Assert.DoesNotContain("CDATA", before.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;![CDATA[&lt;script&gt;alert(", inbox.Html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(", outbox.Html, StringComparison.Ordinal);
        Assert.All([before, inbox, outbox, list], page => Assert.DoesNotContain("<script", page.Html, StringComparison.OrdinalIgnoreCase));
        await using var db = running.Services.GetRequiredService<IHubStore>().Open();
        var read = await db.Audit.Where(entry => entry.Action == "delivery.read").Select(entry => entry.Target).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["inbox:1", $"outbox:{message}"], read);
    }

    [Fact]
    public async Task Inbox_MessagesSentBecauseOfOne_AreCountedThereAndListed()
    {
        await using var running = await RunningConsole.StartDevelopmentAsync(School.Arguments);
        using var client = running.Visit();
        await School.AddDeadLetterAsync(running, "zhangsan", "x");
        await School.AddDeadLetterAsync(running, "lisi", "y");
        var first = await School.AddMessageAsync(running, OutboxState.Sent, null);
        var second = await School.AddMessageAsync(running, OutboxState.Failed, "81013: all invalid");
        await running.Services.GetRequiredService<SqliteStore>().WriteAsync(db => db.Execute($"update bots_outbox set InboxId = {1}"), TestContext.Current.CancellationToken);

        var list = await client.GetAsync("/console/deliveries");
        var detail = await client.GetAsync("/console/deliveries/inbox/1");
        var other = await client.GetAsync("/console/deliveries/inbox/2");

        Assert.Contains("<a href=\"/console/deliveries/inbox/1#sent\">主动发送 2 条</a>", list.Html, StringComparison.Ordinal);
        Assert.Contains("<span>无回复</span>", list.Html, StringComparison.Ordinal);
        foreach (var id in new[] { first, second })
            Assert.Contains($"<a href=\"/console/deliveries/outbox/{id}\">发出的消息 #{id}</a>", detail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"sent\"", other.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outbox_PlatformsCode_IsExplained()
    {
        await using var running = await RunningConsole.StartAsync(School.Arguments);
        using var administrator = await running.VisitAsAdministratorAsync();
        var id = await School.AddMessageAsync(running, OutboxState.Failed, "81013: all invalid", code: 81013);

        var page = await administrator.GetAsync($"/console/deliveries/outbox/{id}");

        Assert.Contains("接收人全部无效", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inbox_MoreThanAPage_IsPagedWithTheFilterKept()
    {
        await using var running = await RunningConsole.StartDevelopmentAsync(School.Arguments);
        using var client = running.Visit();
        for (var i = 0; i < 52; i++)
            await School.AddDeadLetterAsync(running, "zhangsan", $"failure {i}");

        var first = await client.GetAsync("/console/deliveries?person=zhangsan");
        var second = await client.GetAsync("/console/deliveries?person=zhangsan&before=3");

        Assert.Contains("person=zhangsan&amp;before=3\"", first.Html, StringComparison.Ordinal);
        Assert.Contains("failure 1<", second.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("failure 2<", second.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", second.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Times_OfAList_AreInTheConfiguredZone()
    {
        await using var running = await RunningConsole.StartDevelopmentAsync([.. School.Arguments, "--TimeZone=America/New_York"]);
        using var client = running.Visit();
        await School.AddDeadLetterAsync(running, "zhangsan", "x");
        var received = TimeZoneInfo.ConvertTimeBySystemTimeZoneId(running.Time.GetUtcNow(), "America/New_York");

        var page = await client.GetAsync("/console/deliveries");

        Assert.Contains(received.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture), page.Html, StringComparison.Ordinal);
        Assert.Contains("America/New_York", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_StoreCannotBeWritten_SaysSoAndChangesNothing()
    {
        await using var running = await RunningConsole.StartDevelopmentAsync([.. School.Arguments, "--Storage:BusyTimeout=00:00:01"]);
        using var client = running.Visit();
        await School.AddDeadLetterAsync(running, "zhangsan", "x");
        var form = PageClient.HiddenFieldsOf(await client.GetAsync("/console/deliveries/retry?letter=1"), "retry", "retry");

        Page page;
        var database = running.Services.GetRequiredService<SqliteDatabase>().Path;
        await using (var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={database};Pooling=false"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var writing = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);
            page = await client.PostAsync("/console/deliveries/retry?letter=1", form);
        }

        Assert.Equal(503, page.Status);
        Assert.Contains("数据库暂时写不了", page.Html, StringComparison.Ordinal);
        Assert.Equal(1, (await running.Services.GetRequiredService<DeliveryLog>().CountAsync(TestContext.Current.CancellationToken)).Dead);
    }
}
