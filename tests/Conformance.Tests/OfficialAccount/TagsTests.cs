using System.Globalization;
using Hongyan.OfficialAccount;
using static Hongyan.Conformance.Tests.OfficialAccount.AccountPlatform;

namespace Hongyan.Conformance.Tests.OfficialAccount;

public sealed class TagsTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OfficialAccountTags Tags => platform.Account.Tags;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task CreateAsync_New_HasAnId()
    {
        var tag = await Tags.CreateAsync("家长", Cancellation);

        Assert.Equal("家长", tag.Name);
        Assert.True(tag.Id >= 100);
    }

    [Fact]
    public async Task CreateAsync_NameThatIsTaken_IsRefusedWith45157()
    {
        await Tags.CreateAsync("家长", Cancellation);

        await RefusedAsync(45157, () => Tags.CreateAsync("家长", Cancellation));
    }

    [Fact]
    public async Task CreateAsync_MoreThanAHundred_IsRefusedWith45056()
    {
        for (var i = 0; i < 100; i++)
            await Tags.CreateAsync(i.ToString(CultureInfo.InvariantCulture), Cancellation);

        await RefusedAsync(45056, () => Tags.CreateAsync("多", Cancellation));
    }

    [Fact]
    public async Task CreateAsync_NameThatIsTooLong_IsNotSent()
    {
        await Tags.CreateAsync("十个汉字正好三十字节", Cancellation);

        var refusal = await Assert.ThrowsAsync<FieldLimitException>(() => Tags.CreateAsync("十一个汉字是三十三字节", Cancellation));
        Assert.Equal((30, 33), (refusal.Limit, refusal.Actual));
    }

    [Fact]
    public async Task ListAsync_Always_CountsThoseWhoHaveThem()
    {
        var tag = await Tags.CreateAsync("家长", Cancellation);
        await Tags.AddAsync(tag.Id, [Xiaoman, Zhouran], Cancellation);

        Assert.Equal(new FollowerTag { Id = tag.Id, Name = "家长", Count = 2 }, await Tags.ListAsync(Cancellation).LastAsync(Cancellation));
    }

    [Fact]
    public async Task ListAsync_Unverified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, async () => await Tags.ListAsync(Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task RenameAsync_OtherName_IsListed()
    {
        var tag = await Tags.CreateAsync("家长", Cancellation);

        await Tags.RenameAsync(tag.Id, "高三家长", Cancellation);

        Assert.Equal("高三家长", (await Tags.ListAsync(Cancellation).LastAsync(Cancellation)).Name);
    }

    [Fact]
    public async Task RenameAsync_ThePlatformsOwn_IsRefusedWith45058() => await RefusedAsync(45058, () => Tags.RenameAsync(2, "我的", Cancellation));

    [Fact]
    public async Task DeleteAsync_Tag_IsTakenFromEverybody()
    {
        var tag = await Tags.CreateAsync("家长", Cancellation);
        await Tags.AddAsync(tag.Id, [Xiaoman], Cancellation);

        await Tags.DeleteAsync(tag.Id, Cancellation);

        Assert.Empty(await Tags.GetOfAsync(Xiaoman, Cancellation));
    }

    [Fact]
    public async Task DeleteAsync_Unknown_IsRefusedWith45159() => await RefusedAsync(45159, () => Tags.DeleteAsync(4711, Cancellation));

    [Fact]
    public async Task ListMembersAsync_Tag_HasThoseWhoHaveIt()
    {
        var tag = await Tags.CreateAsync("家长", Cancellation);
        await Tags.AddAsync(tag.Id, [Zhouran, Xiaoman], Cancellation);
        await Tags.RemoveAsync(tag.Id, [Zhouran], Cancellation);

        Assert.Equal([Xiaoman], await Tags.ListMembersAsync(tag.Id, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task ListMembersAsync_Unknown_IsRefusedWith45159() =>
        await RefusedAsync(45159, async () => await Tags.ListMembersAsync(4711, Cancellation).CountAsync(Cancellation));

    [Fact]
    public async Task AddAsync_TwentyTags_AreAllThere()
    {
        for (var i = 0; i < 20; i++)
            await Tags.AddAsync((await Tags.CreateAsync($"t{i}", Cancellation)).Id, [Xiaoman], Cancellation);

        Assert.Equal(20, (await Tags.GetOfAsync(Xiaoman, Cancellation)).Count);
    }

    [Fact]
    public async Task AddAsync_TwentyFirstTag_IsRefusedWith45059AndGivenToNobody()
    {
        for (var i = 0; i < 20; i++)
            await Tags.AddAsync((await Tags.CreateAsync($"t{i}", Cancellation)).Id, [Xiaoman], Cancellation);
        var last = await Tags.CreateAsync("t20", Cancellation);

        await RefusedAsync(45059, () => Tags.AddAsync(last.Id, [Zhouran, Xiaoman], Cancellation));

        Assert.Empty(await Tags.GetOfAsync(Zhouran, Cancellation));
    }

    [Fact]
    public async Task AddAsync_ToWhoDoesNotFollow_IsRefusedWith49003()
    {
        var tag = await Tags.CreateAsync("家长", Cancellation);

        await RefusedAsync(49003, () => Tags.AddAsync(tag.Id, [Sunyue], Cancellation));
    }

    [Fact]
    public async Task AddAsync_ToFiftyOne_IsNotSent() =>
        Assert.Equal(50, (await Assert.ThrowsAsync<FieldLimitException>(() => Tags.AddAsync(100, [.. Enumerable.Repeat(Xiaoman, 51)], Cancellation))).Limit);

    [Fact]
    public async Task RemoveAsync_WhoDoesNotHaveIt_IsNoError()
    {
        var tag = await Tags.CreateAsync("家长", Cancellation);

        await Tags.RemoveAsync(tag.Id, [Xiaoman], Cancellation);
    }

    [Fact]
    public async Task RemoveAsync_Unknown_IsRefusedWith45159() => await RefusedAsync(45159, () => Tags.RemoveAsync(4711, [Xiaoman], Cancellation));

    [Fact]
    public async Task GetOfAsync_AfterUnfollowing_IsEmpty()
    {
        var tag = await Tags.CreateAsync("家长", Cancellation);
        await Tags.AddAsync(tag.Id, [Xiaoman], Cancellation);
        Assert.Equal([tag.Id], await Tags.GetOfAsync(Xiaoman, Cancellation));

        await platform.ActAsync("events", new { @event = "unsubscribe" });

        Assert.Empty(await Tags.GetOfAsync(Xiaoman, Cancellation));
    }

    [Fact]
    public async Task GetOfAsync_Nobody_IsRefusedWith40003() => await RefusedAsync(40003, () => Tags.GetOfAsync(Nobody, Cancellation));
}
