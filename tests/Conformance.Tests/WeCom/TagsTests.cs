using Hongyan.WeCom;

namespace Hongyan.Conformance.Tests.WeCom;

public sealed class TagsTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WeComTags Admin => platform.Contacts.Tags;

    private WeComTags App => platform.Client.Tags;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task RefusedAsync(int code, Func<Task> call) => Assert.Equal(code, (await Assert.ThrowsAsync<PlatformApiException>(call)).Code);

    [Fact]
    public async Task CreateAsync_WithAndWithoutId_IsListed()
    {
        Assert.Equal(2, await Admin.CreateAsync("教师", cancellationToken: Cancellation));
        Assert.Equal(40, await Admin.CreateAsync("班主任", 40, Cancellation));

        Assert.Equal([(1, "值班"), (2, "教师"), (40, "班主任")], await App.ListAsync(Cancellation).Select(tag => (tag.Id, tag.Name)).ToListAsync(Cancellation));
        await RefusedAsync(40071, () => Admin.CreateAsync("教师", cancellationToken: Cancellation));
        await RefusedAsync(48002, () => App.CreateAsync("家长", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task RenameAsync_KnownAndUnknown_RenamesAndRefuses()
    {
        await Admin.RenameAsync(1, "今日值班", Cancellation);

        Assert.Equal("今日值班", (await App.GetAsync(1, Cancellation)).Name);
        await RefusedAsync(40068, () => Admin.RenameAsync(9, "无", Cancellation));
    }

    [Fact]
    public async Task DeleteAsync_Twice_IsRefusedWith40068()
    {
        await Admin.DeleteAsync(1, Cancellation);

        await RefusedAsync(40068, () => Admin.DeleteAsync(1, Cancellation));
        Assert.Empty(await App.ListAsync(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task AddAsync_SomeUnknown_TagsTheOthers()
    {
        var result = await Admin.AddAsync(1, new() { UserIds = ["lisi", "nobody"], DepartmentIds = [2, 99] }, Cancellation);

        Assert.Equal(["nobody"], result.InvalidUserIds);
        Assert.Equal([99], result.InvalidDepartmentIds);
        var members = await App.GetAsync(1, Cancellation);
        Assert.Equal(["wangwei", "zhaomin", "lisi"], members.Users.Select(user => user.UserId));
        Assert.Equal([2], members.DepartmentIds);
    }

    [Fact]
    public async Task AddAsync_NobodyKnown_IsRefusedWith40070() => await RefusedAsync(40070, () => Admin.AddAsync(1, new() { UserIds = ["nobody"] }, Cancellation));

    [Fact]
    public async Task RemoveAsync_Member_LosesTheTag()
    {
        var result = await Admin.RemoveAsync(1, new() { UserIds = ["wangwei"] }, Cancellation);

        Assert.Empty(result.InvalidUserIds);
        Assert.Equal(["zhaomin"], (await App.GetAsync(1, Cancellation)).Users.Select(user => user.UserId));
        await RefusedAsync(40068, () => Admin.RemoveAsync(9, new() { UserIds = ["wangwei"] }, Cancellation));
    }

    [Fact]
    public async Task GetAsync_Unknown_IsRefusedWith40068() => await RefusedAsync(40068, () => App.GetAsync(9, Cancellation));

    [Fact]
    public async Task ListAsync_NotLetIntoTheContacts_IsRefusedWith48002()
    {
        await platform.ControlAsync(HttpMethod.Put, "/sim/apps/demo/permissions", new { modules = (string[])["application"] });

        await RefusedAsync(48002, async () => await App.ListAsync(Cancellation).ToListAsync(Cancellation));
    }
}
