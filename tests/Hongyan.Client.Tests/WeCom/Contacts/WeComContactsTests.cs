using System.Text.Json.Nodes;
using Hongyan.WeCom;

namespace Hongyan.Client.Tests.WeCom.Contacts;

public sealed class WeComContactsTests : IDisposable
{
    private readonly TestClient _test = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WeComContacts Contacts => _test.Client.Contacts;

    private FakePlatform Platform => _test.Platform;

    public void Dispose() => _test.Dispose();

    private static NewUser User(string userId = "zhangsan", string name = "张三", params DepartmentMembership[] departments) => new()
    {
        UserId = userId,
        Name = name,
        Mobile = "13800000000",
        Departments = departments.Length > 0 ? departments : [new() { DepartmentId = 1 }],
    };

    [Fact]
    public async Task CreateUserAsync_TwoDepartments_WritesThreeListsOfTheSameLength()
    {
        Platform.Answer("""{"errcode":0,"errmsg":"created"}""");

        await Contacts.CreateUserAsync(
            User(departments: [new() { DepartmentId = 2, IsLeader = true }, new() { DepartmentId = 6, Order = uint.MaxValue }]) with
            {
                Gender = UserGender.Female,
                DirectLeaderId = "lisi",
                CustomFields = [new() { Name = "工号", Text = "007" }, new() { Name = "主页", Url = "https://example.com", Title = "看" }],
                SendInvitation = false,
            }, Cancellation);

        Assert.Equal("POST /cgi-bin/user/create", Platform.Calls[0].Endpoint);
        Assert.Equal(
            """{"userid":"zhangsan","name":"张三","department":[2,6],"order":[0,4294967295],"is_leader_in_dept":[1,0],"mobile":"13800000000","gender":"2","direct_leader":["lisi"],"""
            + """ "enable":1,"to_invite":false,"extattr":{"attrs":[{"type":0,"name":"工号","text":{"value":"007"}},{"type":1,"name":"主页","web":{"url":"https://example.com","title":"看"}}]}}""".TrimStart(),
            Platform.Calls[0].Text);
    }

    [Fact]
    public async Task UpdateUserAsync_OneChange_WritesNothingElse()
    {
        Platform.Answer("""{"errcode":0,"errmsg":"updated"}""");

        await Contacts.UpdateUserAsync(new() { UserId = "zhangsan", DirectLeaderId = "", IsEnabled = false }, Cancellation);

        Assert.Equal("""{"userid":"zhangsan","direct_leader":[],"enable":0}""", Platform.Calls[0].Text);
    }

    [Fact]
    public async Task GetUserAsync_EverythingShown_ReadsIt()
    {
        Platform.Answer(
            """
            {"errcode":0,"errmsg":"ok","userid":"zhangsan","name":"张三","department":[2,6],"order":[1,2],"is_leader_in_dept":[0,1],"main_department":6,
             "position":"工程师","mobile":"13800000000","gender":"1","email":"z@example.com","biz_mail":"z@corp.example.com","direct_leader":["lisi"],
             "avatar":"http://a","thumb_avatar":"http://t","telephone":"020","alias":"san","address":"广州","open_userid":"o","status":4,"qr_code":"http://q",
             "external_position":"专家","extattr":{"attrs":[{"type":0,"name":"工号","text":{"value":"007"}},{"type":1,"name":"主页","web":{"url":"http://w","title":"看"}}]}}
            """);

        var user = await Contacts.GetUserAsync("zhang san@a.b", Cancellation);

        Assert.Equal("zhang san@a.b", Platform.Calls[0].Query("userid"));
        Assert.Equal([new() { DepartmentId = 2, Order = 1 }, new() { DepartmentId = 6, Order = 2, IsLeader = true }], user.Departments);
        Assert.Equal(("张三", 6, UserGender.Male, UserStatus.NotActivated), (user.Name, user.MainDepartmentId, user.Gender, user.Status));
        Assert.Equal(["lisi"], user.DirectLeaderIds);
        Assert.Equal([new() { Name = "工号", Text = "007" }, new() { Name = "主页", Url = "http://w", Title = "看" }], user.CustomFields);
        Assert.Equal(
            ("13800000000", "z@example.com", "z@corp.example.com", "020", "广州", "san", "专家", "http://q"),
            (user.Mobile, user.Email, user.BusinessEmail, user.Telephone, user.Address, user.Alias, user.ExternalPosition, user.QrCodeUrl));
    }

    [Theory]
    [InlineData("""{"errcode":0,"userid":"a","name":"甲"}""")]
    [InlineData("""{"errcode":0,"userid":"a","name":"甲","department":null,"order":null,"gender":"","email":"","extattr":{"attrs":null},"direct_leader":null}""")]
    public async Task GetUserAsync_LittleShown_ReadsEmptyListsAndNulls(string json)
    {
        Platform.Answer(json);

        var user = await Contacts.GetUserAsync("a", Cancellation);

        Assert.Empty(user.Departments);
        Assert.Empty(user.DirectLeaderIds);
        Assert.Empty(user.CustomFields);
        Assert.Equal((UserGender.Unknown, null), (user.Gender, user.Email));
    }

    [Fact]
    public async Task GetUserAsync_NumbersThatNobodyKnows_AreKept()
    {
        Platform.Answer("""{"errcode":0,"userid":"a","name":"甲","gender":3,"status":9,"department":["7"]}""");

        var user = await Contacts.GetUserAsync("a", Cancellation);

        Assert.Equal((3, 9), ((int)user.Gender, (int)user.Status));
        Assert.Equal(7, Assert.Single(user.Departments).DepartmentId);
    }

    [Fact]
    public async Task ListUsersAsync_WithSubDepartments_AsksForThem()
    {
        Platform.Answer("""{"errcode":0,"userlist":[{"userid":"a","name":"甲","department":[1]}]}""");

        var users = await Contacts.ListUsersAsync(1, DepartmentDepth.WithSubDepartments, Cancellation).ToListAsync(Cancellation);

        Assert.Equal("甲", Assert.Single(users).Name);
        Assert.Equal(("1", "1"), (Platform.Calls[0].Query("department_id"), Platform.Calls[0].Query("fetch_child")));
    }

    [Fact]
    public async Task ListUserSummariesAsync_NullList_IsEmpty()
    {
        Platform.Answer("""{"errcode":0,"userlist":null}""");

        Assert.Empty(await Contacts.ListUserSummariesAsync(1, cancellationToken: Cancellation).ToListAsync(Cancellation));
        Assert.Equal("0", Platform.Calls[0].Query("fetch_child"));
    }

    [Fact]
    public async Task ListUserIdsAsync_TwoPages_FollowsTheCursor()
    {
        Platform.Answer("""{"errcode":0,"next_cursor":"c1","dept_user":[{"userid":"a","department":1},{"userid":"a","department":2}]}""");
        Platform.Answer("""{"errcode":0,"next_cursor":"","dept_user":[{"userid":"b","department":1}]}""");

        var users = await Contacts.ListUserIdsAsync(Cancellation).ToListAsync(Cancellation);

        Assert.Equal([new("a", 1), new("a", 2), new("b", 1)], users);
        Assert.Equal(["""{"limit":10000}""", """{"cursor":"c1","limit":10000}"""], Platform.Calls.Select(call => call.Text));
    }

    [Fact]
    public async Task ListUserIdsAsync_OnlyTheFirstIsRead_AsksForOnePage()
    {
        Platform.Answer("""{"errcode":0,"next_cursor":"c1","dept_user":[{"userid":"a","department":1}]}""");

        Assert.Equal("a", (await Contacts.ListUserIdsAsync(Cancellation).FirstAsync(Cancellation)).UserId);
        Assert.Single(Platform.Calls);
    }

    [Fact]
    public async Task InviteAsync_SomeInvalid_SaysWho()
    {
        Platform.Answer("""{"errcode":0,"invaliduser":["x"],"invalidparty":["9"],"invalidtag":null}""");

        var result = await Contacts.InviteAsync(new() { UserIds = ["a", "x"], DepartmentIds = [9] }, Cancellation);

        Assert.Equal("""{"user":["a","x"],"party":[9],"tag":[]}""", Platform.Calls[0].Text);
        Assert.Equal(["x"], result.InvalidUserIds);
        Assert.Equal([9], result.InvalidDepartmentIds);
        Assert.Empty(result.InvalidTagIds);
    }

    [Fact]
    public async Task FindUserIdByEmailAsync_Personal_SaysWhichAddressItIs()
    {
        Platform.Answer("""{"errcode":0,"userid":"a"}""");

        Assert.Equal("a", await Contacts.FindUserIdByEmailAsync("a@example.com", EmailKind.Personal, Cancellation));
        Assert.Equal("""{"email":"a@example.com","email_type":2}""", Platform.Calls[0].Text);
    }

    [Fact]
    public async Task GetJoinQrCodeAsync_Answered_GivesTheAddress()
    {
        Platform.Answer("""{"errcode":0,"join_qrcode":"https://work.weixin.qq.com/wework_admin/genqrcode?action=join"}""");

        Assert.Equal("work.weixin.qq.com", (await Contacts.GetJoinQrCodeAsync(JoinQrCodeSize.Print, Cancellation)).Host);
        Assert.Equal("4", Platform.Calls[0].Query("size_type"));
    }

    public static TheoryData<NewUser, string, double> WrongUsers => new()
    {
        { User(userId: ""), "NewUser.UserId", 1 },
        { User(userId: new string('a', 65)), "NewUser.UserId", 64 },
        { User(userId: "_a"), "NewUser.UserId", 0 },
        { User(userId: "张三"), "NewUser.UserId", 0 },
        { User(name: ""), "NewUser.Name", 1 },
        { User(name: new string('张', 65)), "NewUser.Name", 64 },
        { User() with { Alias = new string('a', 65) }, "NewUser.Alias", 64 },
        { User() with { Position = new string('长', 129) }, "NewUser.Position", 128 },
        { User() with { Departments = [] }, "NewUser.Departments", 1 },
        { User() with { Departments = [.. Enumerable.Range(1, 101).Select(id => new DepartmentMembership { DepartmentId = id })] }, "NewUser.Departments", 100 },
        { User() with { Mobile = null }, "NewUser.Mobile, NewUser.Email", 1 },
        { User() with { Email = new string('e', 65) }, "NewUser.Email", 64 },
    };

    [Theory]
    [MemberData(nameof(WrongUsers), DisableDiscoveryEnumeration = true)]
    public async Task CreateUserAsync_FieldOutOfItsLimit_SendsNothing(NewUser user, string field, double limit)
    {
        var refusal = await Assert.ThrowsAsync<FieldLimitException>(() => Contacts.CreateUserAsync(user, Cancellation));

        Assert.Equal((field, limit), (refusal.Field, refusal.Limit));
        Assert.Contains("https://developer.work.weixin.qq.com/document/path/90195", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Platform.Calls);
        Assert.Empty(Platform.TokenFetches);
    }

    [Fact]
    public async Task CreateUserAsync_AtItsLimits_IsSent()
    {
        Platform.Answer("""{"errcode":0,"errmsg":"created"}""");

        await Contacts.CreateUserAsync(User(userId: "0" + new string('a', 63), name: new string('张', 64)) with { Position = new string('长', 128) }, Cancellation);

        Assert.Equal(64, JsonNode.Parse(Platform.Calls[0].Text)!["name"]!.GetValue<string>().Length);
    }

    [Fact]
    public async Task DeleteUsersAsync_MoreThan200_SendsNothing()
    {
        var refusal = await Assert.ThrowsAsync<FieldLimitException>(() => Contacts.DeleteUsersAsync([.. Enumerable.Repeat("a", 201)], Cancellation));

        Assert.Equal(("userIds", 200, 201), (refusal.Field, refusal.Limit, refusal.Actual));
    }

    [Fact]
    public async Task InviteAsync_Nobody_SendsNothing() =>
        Assert.Equal(0, (await Assert.ThrowsAsync<FieldLimitException>(() => Contacts.InviteAsync(new(), Cancellation))).Actual);
}
