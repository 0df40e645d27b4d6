using Hongyan.WeCom;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hongyan.Testing.Tests;

public sealed class BotTestHostTests
{
    [Fact]
    public async Task StartAsync_Routes_AnswerTheMember()
    {
        await using var host = await BotTestHost.StartAsync(bot => bot.OnText("ping", () => "pong"));

        Assert.Equal("pong", await host.Member("zhangsan").SaysAsync("ping"));
    }

    [Fact]
    public async Task StartAsync_Services_ReachTheHandler()
    {
        await using var host = await BotTestHost.StartAsync(
            services => services.AddSingleton(new Greeting("早上好")),
            bot => bot.OnText((Greeting greeting, UserRef user) => $"{greeting.Words}，{user.Id}"));

        Assert.Equal("早上好，lisi", await host.Member("lisi").SaysAsync("在吗"));
    }

    [Fact]
    public async Task StartAsync_MistakeInARoute_ComesOutAsItIs()
    {
        var thrown = await Assert.ThrowsAsync<HongyanStartupException>(() => BotTestHost.StartAsync(bot => bot.OnText("{a}", (Greeting unknown) => "")));

        Assert.Equal("HY1003", thrown.Code);
    }

    [Fact]
    public async Task StartApplicationAsync_TwoAccounts_AnswerEachForItself()
    {
        await using var host = await BotTestHost.StartApplicationAsync(TwoAccounts);

        Assert.Equal("学校", await host.Account("school").Member("zhangsan").SaysAsync("谁"));
        Assert.Equal("公司", await host.Account("company").Member("zhangsan").SaysAsync("谁"));
        Assert.Equal("school", host.Account("SCHOOL").Name, ignoreCase: true);
    }

    [Fact]
    public async Task StartApplicationAsync_ConfiguredSecrets_AreNotUsed()
    {
        await using var host = await BotTestHost.StartApplicationAsync(builder =>
        {
            builder.Configuration["WeCom:Secret"] = "a-real-secret";
            builder.Configuration["WeCom:Token"] = "a-real-token";
            builder.Configuration["WeCom:AgentId"] = "1000009";
            builder.AddWeCom();
            var app = builder.Build();
            app.MapWeCom("/wecom").OnText((Incoming incoming) => $"{incoming.AgentId}");
            return app;
        });
        var options = host.Services.GetRequiredService<IOptionsMonitor<WeComOptions>>().Get("WeCom");

        Assert.Equal("1000009", await host.Member("zhangsan").SaysAsync("哪个应用"));
        Assert.NotEqual("a-real-secret", options.Secret);
        Assert.NotEqual("a-real-token", options.Token);
        Assert.EndsWith(".invalid", options.ApiBaseAddress.Host, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartApplicationAsync_NoAccount_SaysWhatToCall()
    {
        var thrown = await Assert.ThrowsAsync<BotTestException>(() => BotTestHost.StartApplicationAsync(builder => builder.Build()));

        Assert.Equal("The application maps no account. Call app.MapWeCom(path), MapOfficialAccount or MapWeComRobot before it is returned.", thrown.Message);
    }

    [Fact]
    public async Task StartApplicationAsync_AnotherBuilder_IsRefused()
    {
        var thrown = await Assert.ThrowsAsync<BotTestException>(() => BotTestHost.StartApplicationAsync(_ => WebApplication.CreateBuilder().Build()));

        Assert.StartsWith("The application was not built from the builder that the test host gave it", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartApplicationAsync_AccountWithTwoAddresses_IsOneAccount()
    {
        await using var host = await BotTestHost.StartApplicationAsync(builder =>
        {
            builder.AddWeCom();
            var app = builder.Build();
            app.MapWeCom("/wecom").OnText("ping", () => "pong");
            app.MapGroup("/old").MapWeCom("/wecom");
            return app;
        });

        Assert.Equal("pong", await host.Member("zhangsan").SaysAsync("ping"));
    }

    [Fact]
    public async Task Member_SeveralAccounts_AsksWhich()
    {
        await using var host = await BotTestHost.StartApplicationAsync(TwoAccounts);

        var thrown = Assert.Throws<BotTestException>(() => host.Member("zhangsan"));

        Assert.Equal("The application has several accounts (company, school): say which, such as host.Account(\"school\").Member(\"zhangsan\").", thrown.Message);
    }

    [Fact]
    public async Task StartApplicationAsync_AllPlatforms_EachHasItsPeople()
    {
        await using var host = await BotTestHost.StartApplicationAsync(AllPlatforms);

        Assert.Equal("应用", await host.Member("zhangsan").SaysAsync("谁"));
        Assert.Equal("公众号", await host.Follower("oSunYue").SaysAsync("谁"));
        Assert.Equal("机器人", await host.RobotUser("zhangsan").SaysAsync("谁"));
    }

    [Fact]
    public async Task Account_PersonOfAnotherPlatform_SaysWhomToAskFor()
    {
        await using var host = await BotTestHost.StartApplicationAsync(AllPlatforms);

        var thrown = Assert.Throws<BotTestException>(() => host.Account("oa").Member("zhangsan"));

        Assert.Equal("Account 'oa' is an Official Account: ask for a Follower, such as host.Account(\"oa\").Follower(\"zhangsan\").", thrown.Message);
    }

    [Fact]
    public async Task Follower_NoOfficialAccount_SaysWhatThereIs()
    {
        await using var host = await BotTestHost.StartRobotAsync(_ => { });

        var thrown = Assert.Throws<BotTestException>(() => host.Follower("oSunYue"));

        Assert.Equal("The application maps no account that is an Official Account. It maps WeComRobot; WeComRobot has a RobotUser.", thrown.Message);
    }

    [Fact]
    public async Task Account_UnknownName_NamesThoseThatAre()
    {
        await using var host = await BotTestHost.StartApplicationAsync(TwoAccounts);

        var thrown = Assert.Throws<BotTestException>(() => host.Account("factory"));

        Assert.Equal("The application maps no account 'factory'. It maps company, school.", thrown.Message);
    }

    [Fact]
    public async Task Time_Advanced_IsTheHandlersTime()
    {
        await using var host = await BotTestHost.StartAsync(bot => bot.OnText("几点", (TimeProvider time) => $"{time.GetLocalNow():HH:mm}"));
        var zhangsan = host.Member("zhangsan");

        Assert.Equal("09:00", await zhangsan.SaysAsync("几点"));
        host.Time.Advance(TimeSpan.FromMinutes(90));

        Assert.Equal("10:30", await zhangsan.SaysAsync("几点"));
    }

    [Fact]
    public async Task Time_HandlerThatWaits_IsAnsweredWhenTheClockIsMoved()
    {
        await using var host = await BotTestHost.StartAsync(bot => bot.OnText("三分钟后叫我", async (TimeProvider time, CancellationToken cancellationToken) =>
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMinutes(3), time);
            await timer.WaitForNextTickAsync(cancellationToken);
            return "到点了";
        }));

        var answer = host.Member("zhangsan").SaysAsync("三分钟后叫我");
        await host.Time.WaitForTimerAsync(TimeSpan.FromMinutes(3));
        host.Time.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal("到点了", await answer);
    }

    [Fact]
    public async Task Time_ApplicationHasItsOwnClock_SaysSo()
    {
        await using var host = await BotTestHost.StartAsync(services => services.Replace(ServiceDescriptor.Singleton(TimeProvider.System)), _ => { });

        var thrown = Assert.Throws<BotTestException>(() => host.Time);

        Assert.Equal("The application registers a TimeProvider of its own, so the clock of the test does not move it. Register it with TryAddSingleton.", thrown.Message);
    }

    [Fact]
    public async Task Timeout_HandlerHangs_FailsWithASentence()
    {
        var never = new TaskCompletionSource<string>();
        var host = await BotTestHost.StartAsync(bot => bot.OnText("等", () => never.Task));
        host.Timeout = TimeSpan.FromMilliseconds(50);

        var thrown = await Assert.ThrowsAsync<BotTestException>(() => host.Member("zhangsan").SaysAsync("等"));

        Assert.Equal(
            "The bot did not answer zhangsan's \"等\" within 0.05 s. Does its handler wait for something that never comes in this test, such as the clock (host.Time.Advance)?",
            thrown.Message);
        await host.DisposeAsync();
    }

    [Fact]
    public async Task DisposeAsync_HandlerStillRuns_LetsItFinish()
    {
        var (started, release, finished) = (new TaskCompletionSource(), new TaskCompletionSource(), false);
        var host = await BotTestHost.StartAsync(bot => bot.OnText("慢", async () =>
        {
            started.SetResult();
            await release.Task;
            finished = true;
            return "好了";
        }));

        var answer = host.Member("zhangsan").SaysAsync("慢");
        await started.Task;
        var disposing = host.DisposeAsync();
        release.SetResult();
        await disposing;

        Assert.True(finished);
        Assert.Equal("好了", await answer);
    }

    [Fact]
    public async Task Errors_HandlerThatThrew_IsListedAndNamedInTheFailure()
    {
        await using var host = await BotTestHost.StartAsync(bot => bot.OnText("坏", string () => throw new InvalidOperationException("数据库没开")));

        var thrown = await Assert.ThrowsAsync<BotTestException>(() => host.Member("zhangsan").SaysAsync("坏"));

        Assert.Equal("Nothing was answered to zhangsan's \"坏\", because of an error: InvalidOperationException: 数据库没开", thrown.Message);
        Assert.IsType<InvalidOperationException>(thrown.InnerException);
        Assert.Same(thrown.InnerException, Assert.Single(host.Errors));
    }

    [Fact]
    public async Task Errors_HandlerThatThrewWithAnErrorReply_IsAnswered()
    {
        await using var host = await BotTestHost.StartAsync(
            services => services.Configure<BotOptions>(options => options.ErrorReply = "出错了，请稍后再试。"),
            bot => bot.OnText(string () => throw new InvalidOperationException("boom")));

        Assert.Equal("出错了，请稍后再试。", await host.Member("zhangsan").SaysAsync("坏"));
        Assert.Equal("boom", Assert.Single(host.Errors).Message);
    }

    [Fact]
    public async Task Errors_ReplyOverTheLimit_IsNamedInTheFailure()
    {
        await using var host = await BotTestHost.StartAsync(bot => bot.OnText(() => new string('长', 1000)));

        var thrown = await Assert.ThrowsAsync<BotTestException>(() => host.Member("zhangsan").SaysAsync("说长点"));

        Assert.Contains(nameof(FieldLimitException), thrown.Message, StringComparison.Ordinal);
    }

    private static WebApplication TwoAccounts(WebApplicationBuilder builder)
    {
        builder.AddWeCom("school", "Accounts:school");
        builder.AddWeCom("company", "Accounts:company");
        var app = builder.Build();
        app.MapWeCom("/callback/school", "school").OnText("谁", () => "学校");
        app.MapWeCom("/callback/company", "company").OnText("谁", () => "公司");
        return app;
    }

    private static WebApplication AllPlatforms(WebApplicationBuilder builder)
    {
        builder.AddWeCom();
        builder.AddOfficialAccount("oa", "Accounts:oa");
        builder.AddWeComRobot("robot", "Accounts:robot");
        var app = builder.Build();
        app.MapWeCom("/wecom").OnText("谁", () => "应用");
        app.MapOfficialAccount("/oa", "oa").OnText("谁", () => "公众号");
        app.MapWeComRobot("/robot", "robot").OnText("谁", () => "机器人");
        return app;
    }

    private sealed record Greeting(string Words);
}
