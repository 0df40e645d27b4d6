using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Tests;

/// <summary>What the platform's side of contacts, applications and menus says to calls that our own client does not let happen.</summary>
public sealed class ContactsApiTests : IAsyncLifetime
{
    private RunningSimulator _simulator = null!;
    private string _token = "";

    public async ValueTask InitializeAsync()
    {
        _simulator = await RunningSimulator.StartAsync(bot: null, time: null);
        _token = (string)(await new PlatformCaller(_simulator).GetTokenAsync(secret: SampleWorld.ContactsSecret))["access_token"]!;
    }

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    private static string At(string path, string token) => $"/cgi-bin/{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}access_token={token}";

    private Task<JsonNode> GetAsync(string path, string? token = null) => _simulator.GetAsync(At(path, token ?? _token));

    private async Task<JsonNode> PostAsync(string path, string body, string? token = null)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _simulator.Http.PostAsync(new Uri(At(path, token ?? _token), UriKind.Relative), content, TestContext.Current.CancellationToken);
        return await RunningSimulator.ReadAsync(response);
    }

    [Theory]
    [InlineData("""{"name":"甲","department":[1],"mobile":"13900000000"}""", 41009)]
    [InlineData("""{"userid":"-a","name":"甲","department":[1],"mobile":"13900000000"}""", 40003)]
    [InlineData("""{"userid":"a","department":[1],"mobile":"13900000000"}""", 60112)]
    [InlineData("""{"userid":"a","name":"甲","department":[1]}""", 60129)]
    [InlineData("""{"userid":"a","name":"甲","mobile":"13900000000"}""", 60127)]
    [InlineData("""{"userid":"a","name":"甲","department":[99],"mobile":"13900000000"}""", 60123)]
    [InlineData("""{"userid":"a","name":"甲","department":[1],"mobile":"手机"}""", 60103)]
    [InlineData("""{"userid":"a","name":"甲","department":[1],"email":"nowhere"}""", 60105)]
    [InlineData("""{"userid":"a","name":"甲","department":[1],"mobile":"13900000000","gender":"3"}""", 40058)]
    [InlineData("""{"userid":"a","name":"甲","department":[1,2],"order":[1],"mobile":"13900000000"}""", 40058)]
    [InlineData("""{"userid":"a","name":"甲","department":[1],"is_leader_in_dept":[1,0],"mobile":"13900000000"}""", 40058)]
    [InlineData("""{"userid":"a","name":"甲","department":"all","mobile":"13900000000"}""", 40058)]
    public async Task CreateUser_BrokenRule_HasItsOfficialCode(string body, int code) =>
        Assert.Equal(code, (int)(await PostAsync("user/create", body))["errcode"]!);

    [Fact]
    public async Task CreateUser_Good_SaysCreated() => Assert.Equal(
        "created", (string?)(await PostAsync("user/create", """{"userid":"a","name":"甲","department":["1"],"mobile":"+86 13900000000","enable":"1"}"""))["errmsg"]);

    [Theory]
    [InlineData("user/get", 41009)]
    [InlineData("user/delete", 41009)]
    [InlineData("user/simplelist", 41019)]
    [InlineData("user/simplelist?department_id=x", 60003)]
    [InlineData("department/get", 41019)]
    [InlineData("department/delete?id=x", 41019)]
    [InlineData("tag/get", 41017)]
    [InlineData("corp/get_join_qrcode?size_type=9", 40058)]
    [InlineData("agent/list", 48002)]
    [InlineData("auth/getuserinfo?code=x", 48002)]
    public async Task Get_MissingOrWrongParameter_HasItsOfficialCode(string path, int code) => Assert.Equal(code, (int)(await GetAsync(path))["errcode"]!);

    [Theory]
    [InlineData("user/batchdelete", """{"useridlist":[]}""", 40031)]
    [InlineData("user/getuserid", "{}", 60103)]
    [InlineData("batch/invite", "{}", 40063)]
    [InlineData("department/create", """{"name":"研发/后端:一","parentid":1}""", 60009)]
    [InlineData("department/create", """{"name":"组","parentid":1,"id":0}""", 40058)]
    [InlineData("department/create", """{"name":"组","parentid":1,"id":2}""", 60008)]
    [InlineData("department/update", "{}", 41019)]
    [InlineData("tag/create", """{"tagname":""}""", 40072)]
    [InlineData("tag/create", """{"tagname":"新","tagid":1}""", 40068)]
    [InlineData("tag/addtagusers", """{"tagid":1}""", 40063)]
    [InlineData("user/list_id", """{"limit":10001}""", 40058)]
    [InlineData("user/list_id", """{"cursor":"made up"}""", 40058)]
    public async Task Post_MissingOrWrongParameter_HasItsOfficialCode(string path, string body, int code) =>
        Assert.Equal(code, (int)(await PostAsync(path, body))["errcode"]!);

    [Fact]
    public async Task DeleteUsers_MoreThan200_IsRefused()
    {
        var body = new JsonObject { ["useridlist"] = new JsonArray([.. Enumerable.Repeat("lisi", 201).Select(id => JsonValue.Create(id))]) };

        Assert.Equal(40032, (int)(await PostAsync("user/batchdelete", body.ToJsonString()))["errcode"]!);
    }

    [Fact]
    public async Task ListIds_SmallPages_EndWithAnEmptyCursor()
    {
        List<string> ids = [];
        var cursor = "";
        var pages = 0;
        do
        {
            var page = await PostAsync("user/list_id", new JsonObject { ["cursor"] = cursor, ["limit"] = 2 }.ToJsonString());
            ids.AddRange(page["dept_user"]!.AsArray().Select(user => $"{user!["userid"]}/{user["department"]}"));
            cursor = (string)page["next_cursor"]!;
            pages++;
        }
        while (cursor.Length > 0);

        Assert.Equal((6, 6, 3), (ids.Count, ids.Distinct().Count(), pages));
    }

    [Fact]
    public async Task Menu_NoButtons_IsRefusedWith40016()
    {
        var token = await new PlatformCaller(_simulator).TokenAsync();

        Assert.Equal(40016, (int)(await PostAsync("menu/create?agentid=1000002", """{"button":[]}""", token))["errcode"]!);
        Assert.Equal(41011, (int)(await GetAsync("menu/get", token))["errcode"]!);
        Assert.Equal(40056, (int)(await GetAsync("menu/get?agentid=x", token))["errcode"]!);
        Assert.Equal(91040, (int)(await GetAsync("ticket/get?type=wx_card", token))["errcode"]!);
    }

    [Fact]
    public async Task Workbench_Set_IsWhatTheMemberSees()
    {
        var token = await new PlatformCaller(_simulator).TokenAsync();
        await PostAsync("agent/set_workbench_template", """{"agentid":1000002,"type":"image","image":{"url":"https://example.com/a.png"}}""", token);
        await PostAsync("agent/set_workbench_data", """{"agentid":1000002,"userid":"lisi","type":"image","image":{"url":"https://example.com/b.png"}}""", token);

        Assert.Equal("https://example.com/a.png", (string?)(await _simulator.GetAsync("/sim/apps/demo/members/zhangsan/workbench"))["content"]!["url"]);
        Assert.Equal("https://example.com/b.png", (string?)(await _simulator.GetAsync("/sim/apps/demo/members/lisi/workbench"))["content"]!["url"]);
        Assert.Equal("normal", (string?)(await _simulator.GetAsync("/sim/apps/echo/members/lisi/workbench"))["type"]);

        await PostAsync("agent/set_workbench_template", """{"agentid":1000002,"type":"image","image":{"url":"https://example.com/c.png"},"replace_user_data":true}""", token);
        Assert.Equal("https://example.com/c.png", (string?)(await _simulator.GetAsync("/sim/apps/demo/members/lisi/workbench"))["content"]!["url"]);
    }

    [Fact]
    public async Task SignIns_ByTheControlApi_GiveACode()
    {
        var token = await new PlatformCaller(_simulator).TokenAsync();
        using var response = await _simulator.Http.PostAsJsonAsync("/sim/apps/demo/sign-ins", new { userId = "lisi", privateInformation = true }, TestContext.Current.CancellationToken);
        var code = (string?)(await RunningSimulator.ReadAsync(response))["code"];

        // The name of years ago, with the fields of years ago.
        var identity = await GetAsync($"user/getuserinfo?code={code}", token);

        Assert.Equal("lisi", (string?)identity["UserId"]);
        Assert.NotNull(identity["user_ticket"]);
    }
}
