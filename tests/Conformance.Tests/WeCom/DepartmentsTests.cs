using Hongyan.WeCom;

namespace Hongyan.Conformance.Tests.WeCom;

public sealed class DepartmentsTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WeComDepartments Admin => platform.Contacts.Departments;

    private WeComDepartments App => platform.Client.Departments;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task RefusedAsync(int code, Func<Task> call) => Assert.Equal(code, (await Assert.ThrowsAsync<PlatformApiException>(call)).Code);

    [Fact]
    public async Task CreateAsync_BelowAnother_IsReadBack()
    {
        var id = await Admin.CreateAsync(new() { Name = "前端组", EnglishName = "Front end", ParentId = 2, Order = 5 }, Cancellation);

        Assert.Equal(
            new Department { Id = id, Name = "前端组", EnglishName = "Front end", ParentId = 2, Order = 5, LeaderIds = [] },
            (await App.GetAsync(id, Cancellation)) with { LeaderIds = [] });
    }

    [Fact]
    public async Task CreateAsync_NameTakenOrNoParent_IsRefused()
    {
        await RefusedAsync(60008, () => Admin.CreateAsync(new() { Name = "研发部", ParentId = 1 }, Cancellation));
        await RefusedAsync(60004, () => Admin.CreateAsync(new() { Name = "孤儿", ParentId = 99 }, Cancellation));
        await RefusedAsync(48002, () => App.CreateAsync(new() { Name = "测试", ParentId = 1 }, Cancellation));
    }

    [Fact]
    public async Task CreateAsync_SixteenthLevel_IsRefusedWith81002()
    {
        var parent = 1;
        for (var level = 2; level <= 15; level++)
            parent = await Admin.CreateAsync(new() { Name = $"第{level}层", ParentId = parent }, Cancellation);

        await RefusedAsync(81002, () => Admin.CreateAsync(new() { Name = "第16层", ParentId = parent }, Cancellation));
    }

    [Fact]
    public async Task UpdateAsync_NewParent_Moves()
    {
        await Admin.UpdateAsync(new() { Id = 6, ParentId = 3 }, Cancellation);

        Assert.Equal(("测试组", 3), await App.GetAsync(6, Cancellation) is var moved ? (moved.Name, moved.ParentId) : default);
        await RefusedAsync(60010, () => Admin.UpdateAsync(new() { Id = 3, ParentId = 6 }, Cancellation));
        await RefusedAsync(60003, () => Admin.UpdateAsync(new() { Id = 99, Name = "无" }, Cancellation));
    }

    [Fact]
    public async Task DeleteAsync_NotEmpty_IsRefused()
    {
        var empty = await Admin.CreateAsync(new() { Name = "空", ParentId = 1 }, Cancellation);

        await Admin.DeleteAsync(empty, Cancellation);

        await RefusedAsync(60003, () => Admin.DeleteAsync(empty, Cancellation));
        await RefusedAsync(60005, () => Admin.DeleteAsync(5, Cancellation));
        await RefusedAsync(60006, () => Admin.DeleteAsync(2, Cancellation));
        await RefusedAsync(60007, () => Admin.DeleteAsync(1, Cancellation));
    }

    [Fact]
    public async Task GetAsync_Led_NamesTheLeaders()
    {
        Assert.Equal(["zhangsan"], (await App.GetAsync(2, Cancellation)).LeaderIds);
        await RefusedAsync(60003, () => App.GetAsync(99, Cancellation));
    }

    [Fact]
    public async Task ListAsync_AllAndBelow_ListsThem()
    {
        Assert.Equal(6, await App.ListAsync(cancellationToken: Cancellation).CountAsync(Cancellation));
        Assert.Equal([2, 6], await App.ListAsync(2, Cancellation).Select(department => department.Id).ToListAsync(Cancellation));
        await RefusedAsync(60003, async () => await App.ListAsync(99, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task ListNodesAsync_ScopeOfOneDepartment_ListsItAlone()
    {
        await platform.ControlAsync(HttpMethod.Put, "/sim/apps/demo/permissions", new { scope = new { userIds = (string[])[], departmentIds = (int[])[2], tagIds = (int[])[] } });

        Assert.Equal([2, 6], await App.ListNodesAsync(cancellationToken: Cancellation).Select(department => department.Id).ToListAsync(Cancellation));
        await RefusedAsync(60011, async () => await App.ListNodesAsync(3, Cancellation).ToListAsync(Cancellation));
    }
}
