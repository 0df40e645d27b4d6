using Hongyan.OfficialAccount;
using static Hongyan.Conformance.Tests.OfficialAccount.AccountPlatform;

namespace Hongyan.Conformance.Tests.OfficialAccount;

public sealed class CustomerServiceSessionsTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private const string Tutor = "tutor1@oa";
    private const string Colleague = "tutor2@oa";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private OfficialAccountCustomerServiceSessions Sessions => platform.Account.CustomerServiceSessions;

    public async ValueTask InitializeAsync()
    {
        await platform.ResetAsync();
        foreach (var (account, weChat) in new[] { (Tutor, "wang-laoshi"), (Colleague, "li-laoshi") })
        {
            await platform.Account.CustomerServiceAccounts.AddAsync(account, "老师", Cancellation);
            await ServicerAsync("", account, new { weChat, isOnline = true });
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task ServicerAsync(string what, string account, object body) =>
        await platform.ControlAsync(what.Length == 0 ? HttpMethod.Put : HttpMethod.Post, $"/sim/official-accounts/oa/servicers/{account}{what}", body);

    [Fact]
    public async Task CreateAsync_ServicerIsOnline_TellsTheBot()
    {
        await Sessions.CreateAsync(Tutor, Xiaoman, Cancellation);

        Assert.Equal(["kf_create_session"], await platform.EventsAsync());
        var delivery = (await platform.ControlAsync(HttpMethod.Get, "/sim/deliveries"))!.AsArray()[0]!;
        Assert.Contains("<KfAccount><![CDATA[tutor1@oa]]></KfAccount>", (string?)delivery["plaintext"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAsync_WhoCannot_IsRefused()
    {
        await RefusedAsync(65401, () => Sessions.CreateAsync("nobody@oa", Xiaoman, Cancellation));
        await RefusedAsync(40003, () => Sessions.CreateAsync(Tutor, Nobody, Cancellation));
        await RefusedAsync(43004, () => Sessions.CreateAsync(Tutor, Sunyue, Cancellation));
        await ServicerAsync("", Tutor, new { isOnline = false });
        await RefusedAsync(65415, () => Sessions.CreateAsync(Tutor, Xiaoman, Cancellation));
        await platform.Account.CustomerServiceAccounts.AddAsync("tutor3@oa", "老师", Cancellation);
        await RefusedAsync(65402, () => Sessions.CreateAsync("tutor3@oa", Xiaoman, Cancellation));
        await Sessions.CreateAsync(Colleague, Xiaoman, Cancellation);
        await ServicerAsync("", Tutor, new { isOnline = true });
        await RefusedAsync(65414, () => Sessions.CreateAsync(Tutor, Xiaoman, Cancellation));
    }

    [Fact]
    public async Task CloseAsync_Session_TellsTheBot()
    {
        await Sessions.CreateAsync(Tutor, Xiaoman, Cancellation);
        await ServicerAsync("/switch", Tutor, new { openId = Xiaoman, to = Colleague });

        await Sessions.CloseAsync(Colleague, Xiaoman, Cancellation);

        Assert.Equal(["kf_create_session", "kf_switch_session", "kf_close_session"], await platform.EventsAsync());
        Assert.Null(await Sessions.GetAsync(Xiaoman, Cancellation));
    }

    [Fact]
    public async Task CloseAsync_NoSession_IsRefusedWith65413() => await RefusedAsync(65413, () => Sessions.CloseAsync(Tutor, Xiaoman, Cancellation));

    [Fact]
    public async Task GetAsync_Session_NamesTheServicer()
    {
        Assert.Null(await Sessions.GetAsync(Xiaoman, Cancellation));
        await Sessions.CreateAsync(Tutor, Xiaoman, Cancellation);

        var session = await Sessions.GetAsync(Xiaoman, Cancellation);

        Assert.Equal((Tutor, Xiaoman), (session!.Account, session.OpenId));
        Assert.InRange(Now - session.CreatedAt, TimeSpan.FromSeconds(-2), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task GetAsync_OfNobody_IsRefusedWith40003() => await RefusedAsync(40003, () => Sessions.GetAsync(Nobody, Cancellation));

    [Fact]
    public async Task ListAsync_OfAServicer_HasTheirsOnly()
    {
        await Sessions.CreateAsync(Tutor, Xiaoman, Cancellation);
        await Sessions.CreateAsync(Colleague, Zhouran, Cancellation);

        var session = await Sessions.ListAsync(Colleague, Cancellation).SingleAsync(Cancellation);

        Assert.Equal((Colleague, Zhouran), (session.Account, session.OpenId));
    }

    [Fact]
    public async Task ListAsync_OfNobody_IsRefusedWith65401() => await RefusedAsync(65401, async () => await Sessions.ListAsync("nobody@oa", Cancellation).CountAsync(Cancellation));

    [Fact]
    public async Task GetWaitingAsync_NobodyWaits_IsEmpty() => Assert.Equal(0, (await Sessions.GetWaitingAsync(Cancellation)).Count);

    [Fact]
    public async Task GetWaitingAsync_Unverified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, () => Sessions.GetWaitingAsync(Cancellation));
    }

    [Fact]
    public async Task ListRecordsAsync_WhatWasSaid_IsThereWithWhoSaidIt()
    {
        await Sessions.CreateAsync(Tutor, Xiaoman, Cancellation);
        await platform.ActAsync("messages", new { type = "text", content = "孩子今天请假" });
        await ServicerAsync("/messages", Tutor, new { openId = Xiaoman, content = "好的，收到" });
        var now = Now;

        var records = await Sessions.ListRecordsAsync(now.AddHours(-1), now.AddMinutes(5), Cancellation).ToListAsync(Cancellation);

        Assert.Equal([("孩子今天请假", false), ("好的，收到", true)], records.Select(record => (record.Text, record.IsFromServicer)));
        Assert.All(records, record => Assert.Equal((Tutor, Xiaoman), (record.Account, record.OpenId)));
        var conversation = (await platform.ControlAsync(HttpMethod.Get, $"/sim/official-accounts/oa/people/{Xiaoman}/conversation"))!.AsArray();
        Assert.Contains(conversation, entry => (string?)entry!["content"] == "好的，收到");
    }

    [Fact]
    public async Task ListRecordsAsync_Unverified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();
        var now = Now;

        await RefusedAsync(48001, async () => await Sessions.ListRecordsAsync(now.AddHours(-1), now, Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task ListRecordsAsync_MoreThanADay_IsNotSent() =>
        Assert.Equal(24, (await Assert.ThrowsAsync<FieldLimitException>(async () =>
            await Sessions.ListRecordsAsync(Now.AddHours(-25), Now, Cancellation).CountAsync(Cancellation))).Limit);
}
