using System.Text;
using System.Text.Json.Nodes;
using Hongyan.Simulator.Live;
using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Tests;

public sealed class ContactsTests
{
    private readonly Contacts _contacts = new(new LiveFeed());

    [Theory]
    [InlineData("liuyang", "", 0)]
    [InlineData("ZhangSan", "", 60102)]
    [InlineData("-liu", "", 40003)]
    [InlineData("liu yang", "", 40003)]
    [InlineData("liuyang", "13800000001", 60104)]
    [InlineData("liuyang", "abc", 60103)]
    public void Add_Member_FollowsThePlatformsRules(string userId, string mobile, int code)
    {
        var problem = _contacts.Add(new Member { UserId = userId, Name = "刘洋", Mobile = mobile, Departments = [new(1)] });

        Assert.Equal(code, problem?.Code ?? 0);
        Assert.Equal(code == 0 ? 6 : 5, _contacts.Members.Count);
    }

    [Fact]
    public void Add_MemberOfNoOrAnUnknownDepartment_IsRefused()
    {
        Assert.Equal(60127, _contacts.Add(new Member { UserId = "liu", Name = "刘", Departments = [] })!.Code);
        Assert.Equal(60123, _contacts.Add(new Member { UserId = "liu", Name = "刘", Departments = [new(99)] })!.Code);
        Assert.Equal(60123, _contacts.Add(new Member { UserId = "liu", Name = "刘", Departments = [new(2)], MainDepartment = 3 })!.Code);
    }

    [Fact]
    public void MembersOf_Department_IncludesThoseBelowWhenAsked()
    {
        Assert.Equal(["zhangsan"], _contacts.MembersOf(2, withBelow: false).Select(member => member.UserId));
        Assert.Equal(["zhangsan", "wangwei"], _contacts.MembersOf(2, withBelow: true).Select(member => member.UserId));
    }

    [Theory]
    [InlineData(2, 60006)]
    [InlineData(6, 60005)]
    [InlineData(1, 60007)]
    [InlineData(9, 60003)]
    public void RemoveDepartment_ThatIsNeeded_IsRefused(int id, int code) => Assert.Equal(code, _contacts.RemoveDepartment(id)!.Code);

    [Fact]
    public void ChangeDepartment_BelowItself_IsRefused()
    {
        Assert.Equal(60010, _contacts.ChangeDepartment(2, department => department with { ParentId = 6 })!.Code);
        Assert.Equal(60010, _contacts.ChangeDepartment(2, department => department with { ParentId = 2 })!.Code);
        Assert.Equal(60004, _contacts.ChangeDepartment(2, department => department with { ParentId = 0 })!.Code);
        Assert.Equal(1, _contacts.FindDepartment(2)!.ParentId);
    }

    [Fact]
    public void Add_Department_GetsTheNextNumberAndItsParentHasNoOtherOfTheName()
    {
        var (added, _) = _contacts.Add(new Department(0, "法务部", 1));

        Assert.Equal(7, added!.Id);
        Assert.Equal(60008, _contacts.Add(new Department(0, "法务部", 1)).Problem!.Code);
        Assert.Null(_contacts.Add(new Department(0, "法务部", 2)).Problem);
        Assert.Equal(60009, _contacts.Add(new Department(0, "法:务", 1)).Problem!.Code);
        Assert.Equal(60004, _contacts.Add(new Department(0, "外部", 44)).Problem!.Code);
    }

    [Fact]
    public void Tag_OfMembersAndDepartments_NamesEverybodyOnce()
    {
        var (tag, _) = _contacts.Add(new Tag(0, "研发", ["wangwei"], [2]));

        Assert.Equal(["wangwei", "zhangsan"], _contacts.MembersOf(tag!).Select(member => member.UserId));
        Assert.Equal(40071, _contacts.Add(new Tag(0, "研发", [], [])).Problem!.Code);

        _contacts.RemoveMember("wangwei");
        Assert.Empty(_contacts.FindTag(tag!.Id)!.UserIds);
    }

    [Theory]
    [InlineData("zhangsan", false)]
    [InlineData("wangwei", true)]
    [InlineData("zhaomin", true)]
    [InlineData("chenjing", true)]
    [InlineData("lisi", false)]
    public void IsVisible_ByUserDepartmentOrTag_IsTold(string userId, bool isVisible) =>
        Assert.Equal(isVisible, _contacts.IsVisible(_contacts.FindMember(userId)!, new(["CHENJING"], [6], [1])));

    [Fact]
    public async Task ControlApi_PeopleDepartmentsTags_ComeChangeAndGo()
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null);

        var department = await SendAsync(simulator, HttpMethod.Post, "/sim/departments", """{"name":"法务部"}""", 200);
        await SendAsync(simulator, HttpMethod.Post, "/sim/members", """{"userId":"liuyang","name":"刘洋","departments":[{"departmentId":7,"isLeader":true}]}""", 200);
        await SendAsync(simulator, HttpMethod.Post, "/sim/tags", """{"name":"律师","userIds":["liuyang","nobody"]}""", 200);
        var changed = await SendAsync(simulator, HttpMethod.Patch, "/sim/members/liuyang", """{"departments":[{"departmentId":2}],"status":"left"}""", 200);
        await SendAsync(simulator, HttpMethod.Delete, "/sim/departments/7", null, 204);
        var contacts = await simulator.GetAsync("/sim/contacts");

        Assert.Equal(7, (int)department!["id"]!);
        Assert.Equal((2, "left"), ((int)changed!["mainDepartment"]!, (string)changed["status"]!));
        Assert.Equal(6, contacts["members"]!.AsArray().Count);
        Assert.Equal(6, contacts["departments"]!.AsArray().Count);
        Assert.Equal(2, contacts["tags"]!.AsArray().Count);

        using var reset = await simulator.Http.PostAsync(new Uri("/sim/reset", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Equal(5, (await simulator.GetAsync("/sim/contacts"))["members"]!.AsArray().Count);
        await SendAsync(simulator, HttpMethod.Delete, "/sim/members/liuyang", null, 404);
    }

    [Fact]
    public async Task ControlApi_WrongMember_NamesFieldRuleAndCode()
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null);

        var problem = await SendAsync(simulator, HttpMethod.Patch, "/sim/members/zhangsan", """{"mobile":"13800000002"}""", 422);

        Assert.Equal("mobile", (string?)problem!["field"]);
        Assert.Contains("60104", (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Permissions_Put_AreKeptAndReturnToTheirDefaults()
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null);

        var saved = await SendAsync(
            simulator, HttpMethod.Put, "/sim/apps/demo/permissions",
            """{"scope":{"userIds":["lisi"],"departmentIds":[],"tagIds":[1]},"modules":["application"]}""", 200);
        var back = await SendAsync(simulator, HttpMethod.Put, "/sim/apps/demo/permissions", "{}", 200);

        Assert.Equal(["application"], saved!["modules"]!.AsArray().Select(module => (string)module!));
        Assert.Equal("lisi", (string?)saved["scope"]!["userIds"]![0]);
        Assert.Equal(1, (int)back!["scope"]!["departmentIds"]![0]!);
        Assert.DoesNotContain("contactsWrite", back["modules"]!.AsArray().Select(module => (string)module!));
    }

    [Theory]
    [InlineData("scope.userIds", """{"userIds":["nobody"],"departmentIds":[1],"tagIds":[]}""")]
    [InlineData("scope.departmentIds", """{"userIds":[],"departmentIds":[77],"tagIds":[]}""")]
    [InlineData("scope.tagIds", """{"userIds":[],"departmentIds":[],"tagIds":[77]}""")]
    public async Task Permissions_ScopeOfWhatDoesNotExist_NamesTheField(string field, string scope)
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null);

        var problem = await SendAsync(simulator, HttpMethod.Put, "/sim/apps/demo/permissions", $$"""{"scope":{{scope}}}""", 422);

        Assert.Equal(field, (string?)problem!["field"]);
    }

    private static async Task<JsonNode?> SendAsync(RunningSimulator simulator, HttpMethod method, string path, string? body, int status)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await simulator.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == (int)response.StatusCode, text);
        return text.Length > 0 ? JsonNode.Parse(text) : null;
    }
}
