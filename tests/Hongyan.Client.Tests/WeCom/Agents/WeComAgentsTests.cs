using Hongyan.WeCom;

namespace Hongyan.Client.Tests.WeCom.Agents;

public sealed class WeComAgentsTests : IDisposable
{
    private readonly TestClient _test = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task GetAsync_Answered_ReadsScopeAndSwitches()
    {
        _test.Platform.Answer(
            """
            {"errcode":0,"agentid":1000002,"name":"助手","square_logo_url":"http://logo","description":"帮忙","allow_userinfos":{"user":[{"userid":"a"}]},
             "allow_partys":{"partyid":[1]},"allow_tags":{"tagid":["5"]},"close":0,"redirect_domain":"example.com:8080","report_location_flag":1,
             "isreportenter":0,"home_url":""}
            """);

        var agent = await _test.Client.Agents.GetAsync(Cancellation);

        Assert.Equal("1000002", _test.Platform.Calls[0].Query("agentid"));
        Assert.Equal(("a", 1, 5), (agent.VisibleUserIds[0], agent.VisibleDepartmentIds[0], agent.VisibleTagIds[0]));
        Assert.Equal((false, true, false, "example.com:8080", null), (agent.IsDisabled, agent.ReportsLocation, agent.ReportsEntering, agent.TrustedDomain, agent.HomeUrl));
    }

    [Fact]
    public async Task GetAsync_AgentIdUnknown_SaysWhatToSet()
    {
        using var test = new TestClient(agentId: null);

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => test.Client.Agents.GetAsync(Cancellation));

        Assert.Contains("AgentId", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UpdateAsync_OneChange_WritesNothingElse()
    {
        _test.Platform.Answer("""{"errcode":0}""");

        await _test.Client.Agents.UpdateAsync(new() { HomeUrl = "", ReportsEntering = true }, Cancellation);

        Assert.Equal("""{"agentid":1000002,"isreportenter":1,"home_url":""}""", _test.Platform.Calls[0].Text);
    }

    public static TheoryData<WorkbenchContent?, string> Templates => new()
    {
        { null, """{"agentid":1000002,"type":"normal"}""" },
        {
            new WorkbenchKeyFigures { Items = [new() { Name = "待审批", Value = "2", Url = "https://e.com" }] },
            """{"agentid":1000002,"type":"keydata","keydata":{"items":[{"key":"待审批","data":"2","jump_url":"https://e.com"}]}}"""
        },
        { new WorkbenchImage { ImageUrl = "https://i" }, """{"agentid":1000002,"type":"image","image":{"url":"https://i"}}""" },
        {
            new WorkbenchList { Items = [new() { Title = "通知", MiniProgramPage = "p" }] },
            """{"agentid":1000002,"type":"list","list":{"items":[{"title":"通知","pagepath":"p"}]}}"""
        },
        { new WorkbenchPage { PageUrl = "https://p", Url = "https://j" }, """{"agentid":1000002,"type":"webview","webview":{"url":"https://p","jump_url":"https://j"}}""" },
    };

    [Theory]
    [MemberData(nameof(Templates), DisableDiscoveryEnumeration = true)]
    public async Task SetWorkbenchTemplateAsync_EachType_IsWrittenAndReadAlike(WorkbenchContent? content, string json)
    {
        _test.Platform.Answer("""{"errcode":0}""");
        _test.Platform.Answer(json.Insert(1, "\"errcode\":0,"));

        await _test.Client.Agents.SetWorkbenchTemplateAsync(content, cancellationToken: Cancellation);
        var read = await _test.Client.Agents.GetWorkbenchTemplateAsync(Cancellation);

        Assert.Equal(json, _test.Platform.Calls[0].Text);
        Assert.Equal(content?.Type ?? "normal", read.Type);
        Assert.Equal(content?.GetType(), read.Content?.GetType());
    }

    [Fact]
    public async Task SetWorkbenchContentAsync_FiveFigures_SendsNothing()
    {
        var content = new WorkbenchKeyFigures { Items = [.. Enumerable.Repeat(new WorkbenchFigure { Value = "1" }, 5)] };

        Assert.Equal(4, (await Assert.ThrowsAsync<FieldLimitException>(() => _test.Client.Agents.SetWorkbenchContentAsync("a", content, Cancellation))).Limit);
    }
}
