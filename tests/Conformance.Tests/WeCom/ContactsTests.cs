using Hongyan.Simulator.WeCom;
using Hongyan.WeCom;

namespace Hongyan.Conformance.Tests.WeCom;

public sealed class ContactsTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WeComContacts Admin => platform.Contacts.Contacts;

    private WeComContacts App => platform.Client.Contacts;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static NewUser Sun => new()
    {
        UserId = "sunli",
        Name = "孙丽",
        Mobile = "+86 13900000009",
        Email = "sunli@example.com",
        Gender = UserGender.Female,
        Departments = [new() { DepartmentId = 6, Order = 7, IsLeader = true }, new() { DepartmentId = 3 }],
        MainDepartmentId = 3,
        DirectLeaderId = "zhangsan",
        Position = "实习生",
        CustomFields = [new() { Name = "工号", Text = "009" }, new() { Name = "主页", Url = "https://example.com/sunli", Title = "看" }],
    };

    private static async Task RefusedAsync(int code, Func<Task> call) => Assert.Equal(code, (await Assert.ThrowsAsync<PlatformApiException>(call)).Code);

    [Fact]
    public async Task CreateUserAsync_Everything_IsReadBack()
    {
        await Admin.CreateUserAsync(Sun, Cancellation);

        var user = await Admin.GetUserAsync("SunLi", Cancellation);
        Assert.Equal(("sunli", "孙丽", "13900000009", "sunli@example.com", "实习生"), (user.UserId, user.Name, user.Mobile, user.Email, user.Position));
        Assert.Equal([new() { DepartmentId = 6, Order = 7, IsLeader = true }, new() { DepartmentId = 3 }], user.Departments);
        Assert.Equal((3, UserGender.Female, UserStatus.NotActivated), (user.MainDepartmentId, user.Gender, user.Status));
        Assert.Equal(["zhangsan"], user.DirectLeaderIds);
        Assert.Equal(Sun.CustomFields, user.CustomFields);
    }

    [Fact]
    public async Task CreateUserAsync_SecretOfAnApplication_IsRefusedWith48002() => await RefusedAsync(48002, () => App.CreateUserAsync(Sun, Cancellation));

    [Fact]
    public async Task CreateUserAsync_IdMobileOrDepartmentWrong_IsRefused()
    {
        await RefusedAsync(60102, () => Admin.CreateUserAsync(Sun with { UserId = "LISI" }, Cancellation));
        await RefusedAsync(60104, () => Admin.CreateUserAsync(Sun with { Mobile = "13800000001" }, Cancellation));
        await RefusedAsync(60106, () => Admin.CreateUserAsync(Sun with { Email = "lisi@example.com" }, Cancellation));
        await RefusedAsync(60123, () => Admin.CreateUserAsync(Sun with { Departments = [new() { DepartmentId = 99 }], MainDepartmentId = null }, Cancellation));
        await RefusedAsync(40007, () => Admin.CreateUserAsync(Sun with { AvatarMediaId = "nothing" }, Cancellation));
    }

    [Fact]
    public async Task GetUserAsync_ByAnApplication_HidesWhatIsPrivate()
    {
        var user = await App.GetUserAsync("lisi", Cancellation);

        Assert.Equal(("李思", "思思", UserStatus.Active), (user.Name, user.Alias, user.Status));
        Assert.Equal((null, null, UserGender.Unknown), (user.Mobile, user.Email, user.Gender));
    }

    [Fact]
    public async Task GetUserAsync_Nobody_IsRefusedWith60111() => await RefusedAsync(60111, () => App.GetUserAsync("nobody", Cancellation));

    [Fact]
    public async Task GetUserAsync_OutOfScope_IsRefusedWith60011()
    {
        await platform.ControlAsync(HttpMethod.Put, "/sim/apps/demo/permissions", new { scope = new { userIds = (string[])["lisi"], departmentIds = (int[])[], tagIds = (int[])[] } });

        Assert.Equal("李思", (await App.GetUserAsync("lisi", Cancellation)).Name);
        await RefusedAsync(60011, () => App.GetUserAsync("zhangsan", Cancellation));
        await RefusedAsync(60011, async () => await App.ListUsersAsync(1, cancellationToken: Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task UpdateUserAsync_SomeFields_LeavesTheOthers()
    {
        await Admin.UpdateUserAsync(new() { UserId = "wangwei", Departments = [new() { DepartmentId = 5 }], DirectLeaderId = "", Alias = "小王" }, Cancellation);

        var user = await Admin.GetUserAsync("wangwei", Cancellation);
        Assert.Equal(("王伟", "小王", 5, "13800000003"), (user.Name, user.Alias, user.MainDepartmentId, user.Mobile));
        Assert.Empty(user.DirectLeaderIds);
    }

    [Fact]
    public async Task UpdateUserAsync_DisabledAndEnabled_ChangesTheStatus()
    {
        await Admin.UpdateUserAsync(new() { UserId = "wangwei", IsEnabled = false }, Cancellation);
        Assert.Equal(UserStatus.Disabled, (await Admin.GetUserAsync("wangwei", Cancellation)).Status);

        await Admin.UpdateUserAsync(new() { UserId = "wangwei", IsEnabled = true }, Cancellation);
        Assert.Equal(UserStatus.Active, (await Admin.GetUserAsync("wangwei", Cancellation)).Status);
    }

    [Fact]
    public async Task UpdateUserAsync_NobodyOrAnotherId_IsRefused()
    {
        await RefusedAsync(60111, () => Admin.UpdateUserAsync(new() { UserId = "nobody", Name = "无" }, Cancellation));
        await RefusedAsync(301036, () => Admin.UpdateUserAsync(new() { UserId = "lisi", NewUserId = "lisi2" }, Cancellation));
    }

    [Fact]
    public async Task DeleteUserAsync_Twice_IsRefusedWith60111()
    {
        await Admin.DeleteUserAsync("chenjing", Cancellation);

        await RefusedAsync(60111, () => Admin.DeleteUserAsync("chenjing", Cancellation));
    }

    [Fact]
    public async Task DeleteUsersAsync_OneOfThemNobody_DeletesNone()
    {
        await RefusedAsync(60111, () => Admin.DeleteUsersAsync(["chenjing", "nobody"], Cancellation));
        await Admin.GetUserAsync("chenjing", Cancellation);

        await Admin.DeleteUsersAsync(["chenjing", "lisi"], Cancellation);
        Assert.Equal(3, await App.ListUsersAsync(1, DepartmentDepth.WithSubDepartments, Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task ListUsersAsync_DepthOfTheDepartment_CountsMembersBelow()
    {
        Assert.Equal(["zhangsan"], await App.ListUsersAsync(2, cancellationToken: Cancellation).Select(user => user.UserId).ToListAsync(Cancellation));
        Assert.Equal(["zhangsan", "wangwei"], await App.ListUsersAsync(2, DepartmentDepth.WithSubDepartments, Cancellation).Select(user => user.UserId).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task ListUserSummariesAsync_Department_NamesItsMembers()
    {
        var user = Assert.Single(await App.ListUserSummariesAsync(6, cancellationToken: Cancellation).ToListAsync(Cancellation));

        Assert.Equal(("wangwei", "王伟"), (user.UserId, user.Name));
        Assert.Equal([6, 3], user.DepartmentIds);
        await RefusedAsync(60003, async () => await App.ListUserSummariesAsync(99, cancellationToken: Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task ListUserIdsAsync_SecretOfTheContacts_ListsEveryPlace()
    {
        var all = await Admin.ListUserIdsAsync(Cancellation).ToListAsync(Cancellation);

        Assert.Equal(6, all.Count);
        Assert.Contains(new UserDepartment("wangwei", 3), all);
        await RefusedAsync(48002, async () => await App.ListUserIdsAsync(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task FindUserIdByMobileAsync_KnownAndUnknown_FindsAndRefuses()
    {
        Assert.Equal("zhaomin", await App.FindUserIdByMobileAsync("13800000004", Cancellation));
        await RefusedAsync(46004, () => App.FindUserIdByMobileAsync("13800000099", Cancellation));
    }

    [Fact]
    public async Task FindUserIdByEmailAsync_KindOfAddress_Counts()
    {
        Assert.Equal("zhaomin", await App.FindUserIdByEmailAsync("zhaomin@example.com", EmailKind.Personal, Cancellation));
        await RefusedAsync(46004, () => App.FindUserIdByEmailAsync("zhaomin@example.com", EmailKind.Business, Cancellation));
    }

    [Fact]
    public async Task ConvertToOpenIdAsync_Member_ComesBack()
    {
        var openId = await App.ConvertToOpenIdAsync("lisi", Cancellation);

        Assert.Equal("lisi", await App.ConvertToUserIdAsync(openId, Cancellation));
        await RefusedAsync(60111, () => App.ConvertToOpenIdAsync("nobody", Cancellation));
        await RefusedAsync(43004, () => App.ConvertToUserIdAsync("o-of-nobody", Cancellation));
    }

    [Fact]
    public async Task ConfirmVerificationAsync_NewMember_IsActive()
    {
        await Admin.CreateUserAsync(Sun, Cancellation);
        await RefusedAsync(43004, () => Admin.ConvertToOpenIdAsync("sunli", Cancellation));

        await Admin.ConfirmVerificationAsync("sunli", Cancellation);

        Assert.Equal(UserStatus.Active, (await Admin.GetUserAsync("sunli", Cancellation)).Status);
        await RefusedAsync(60111, () => Admin.ConfirmVerificationAsync("nobody", Cancellation));
    }

    [Fact]
    public async Task InviteAsync_SomeUnknown_SaysWho()
    {
        var result = await App.InviteAsync(new() { UserIds = ["lisi", "nobody"], DepartmentIds = [2, 99], TagIds = [1, 8] }, Cancellation);

        Assert.Equal(["nobody"], result.InvalidUserIds);
        Assert.Equal([99], result.InvalidDepartmentIds);
        Assert.Equal([8], result.InvalidTagIds);
    }

    [Fact]
    public async Task InviteAsync_NotLetIntoTheContacts_IsRefusedWith48002()
    {
        await platform.ControlAsync(HttpMethod.Put, "/sim/apps/demo/permissions", new { modules = (string[])["application"] });

        await RefusedAsync(48002, () => App.InviteAsync(new() { UserIds = ["lisi"] }, Cancellation));
    }

    [Fact]
    public async Task GetJoinQrCodeAsync_SecretOfTheContacts_GivesAnAddress()
    {
        Assert.Equal("https", (await Admin.GetJoinQrCodeAsync(JoinQrCodeSize.Large, Cancellation)).Scheme);
        await RefusedAsync(48002, () => App.GetJoinQrCodeAsync(cancellationToken: Cancellation));
    }
}
