using Hongyan.OfficialAccount;
using static Hongyan.Conformance.Tests.OfficialAccount.AccountPlatform;

namespace Hongyan.Conformance.Tests.OfficialAccount;

public sealed class UsersTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OfficialAccountUsers Users => platform.Account.Users;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task GetAsync_Follower_IsTold()
    {
        var tag = await platform.Account.Tags.CreateAsync("高三", Cancellation);
        await platform.Account.Tags.AddAsync(tag.Id, [Xiaoman], Cancellation);
        await Users.SetRemarkAsync(Xiaoman, "小满妈妈", Cancellation);

        var person = await Users.GetAsync(Xiaoman, Cancellation);

        Assert.Equal((Xiaoman, true, "小满妈妈", "ADD_SCENE_SEARCH"), (person.OpenId, person.IsFollowing, person.Remark, person.FollowScene));
        Assert.Equal([tag.Id], person.TagIds);
        Assert.NotNull(person.FollowedAt);
    }

    [Fact]
    public async Task GetAsync_Stranger_TellsNothingButTheId()
    {
        var person = await Users.GetAsync(Sunyue, Cancellation);

        Assert.Equal((false, null, ""), (person.IsFollowing, person.FollowedAt, person.Remark));
    }

    [Fact]
    public async Task GetAsync_FollowedByAQrCode_NamesItsScene()
    {
        var byNumber = await platform.Account.QrCodes.CreatePermanentAsync(7, Cancellation);
        await platform.ActAsync("scans", new { ticket = byNumber.Ticket }, Sunyue);

        Assert.Equal((7, null, "ADD_SCENE_QR_CODE"), ((await Users.GetAsync(Sunyue, Cancellation)) is var one ? (one.QrScene, one.QrSceneText, one.FollowScene) : default));
    }

    [Fact]
    public async Task GetAsync_Nobody_IsRefusedWith40003() => await RefusedAsync(40003, () => Users.GetAsync(Nobody, Cancellation));

    [Fact]
    public async Task GetAsync_Unverified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        var refusal = await Assert.ThrowsAsync<PlatformApiException>(() => Users.GetAsync(Xiaoman, Cancellation));
        Assert.Equal(48001, refusal.Code);
        Assert.Contains("微信认证", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetManyAsync_Several_AreTold() =>
        Assert.Equal([(Xiaoman, true), (Sunyue, false)], (await Users.GetManyAsync([Xiaoman, Sunyue], Cancellation)).Select(each => (each.OpenId, each.IsFollowing)));

    [Fact]
    public async Task GetManyAsync_Nobody_IsRefusedWith40003() => await RefusedAsync(40003, () => Users.GetManyAsync([Xiaoman, Nobody], Cancellation));

    [Fact]
    public async Task GetManyAsync_TooMany_IsNotSent()
    {
        var refusal = await Assert.ThrowsAsync<FieldLimitException>(() => Users.GetManyAsync([.. Enumerable.Repeat(Xiaoman, 101)], Cancellation));

        Assert.Equal((100, 101), (refusal.Limit, refusal.Actual));
    }

    [Fact]
    public async Task ListAsync_Always_HasAllWhoFollow()
    {
        Assert.Equal(3, await Users.ListAsync(Cancellation).CountAsync(Cancellation));

        await platform.ActAsync("events", new { @event = "unsubscribe" });

        Assert.DoesNotContain(Xiaoman, await Users.ListAsync(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task ListAsync_QuotaOfTheDayUsedUp_IsRefusedWith45009()
    {
        await platform.ControlAsync(HttpMethod.Put, "/sim/official-accounts/oa/quotas", new[] { new { path = "/cgi-bin/user/get", used = 500 } });

        await RefusedAsync(45009, async () => await Users.ListAsync(Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task SetRemarkAsync_Empty_TakesItAway()
    {
        await Users.SetRemarkAsync(Xiaoman, "小满妈妈", Cancellation);
        await Users.SetRemarkAsync(Xiaoman, "", Cancellation);

        Assert.Equal("", (await Users.GetAsync(Xiaoman, Cancellation)).Remark);
    }

    [Fact]
    public async Task SetRemarkAsync_OfAStranger_IsRefusedWith43004() => await RefusedAsync(43004, () => Users.SetRemarkAsync(Sunyue, "路人", Cancellation));

    [Fact]
    public async Task BlockAsync_Follower_IsHeardNoMore()
    {
        await Users.BlockAsync([Xiaoman], Cancellation);

        var said = await Assert.ThrowsAnyAsync<Exception>(() => platform.ActAsync("messages", new { type = "text", content = "在吗" }));
        Assert.Contains("黑名单", said.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BlockAsync_Nobody_IsRefusedWith40003() => await RefusedAsync(40003, () => Users.BlockAsync([Nobody], Cancellation));

    [Fact]
    public async Task UnblockAsync_Blocked_IsHeardAgain()
    {
        await Users.BlockAsync([Xiaoman], Cancellation);
        await Users.UnblockAsync([Xiaoman], Cancellation);

        await platform.ActAsync("messages", new { type = "text", content = "在吗" });
    }

    [Fact]
    public async Task UnblockAsync_WhoNeverFollowed_IsRefusedWith49003() => await RefusedAsync(49003, () => Users.UnblockAsync([Sunyue], Cancellation));

    [Fact]
    public async Task ListBlockedAsync_AfterBlocking_HasThem()
    {
        await Users.BlockAsync([Xiaoman, Zhouran], Cancellation);

        Assert.Equal([Xiaoman, Zhouran], await Users.ListBlockedAsync(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task ListBlockedAsync_Unverified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, async () => await Users.ListBlockedAsync(Cancellation).CountAsync(Cancellation));
    }
}
