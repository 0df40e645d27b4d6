using Hongyan.IssueDesk.Tests.Support;

namespace Hongyan.IssueDesk.Tests.Skills;

public sealed class ChatTests
{
    [Fact]
    public async Task A25_Model_AnswersWithTheLabelAndRemembersTheTalk()
    {
        await using var web = await FakeWeb.StartAsync(_ => (200, """{"choices":[{"message":{"content":"今天也要加油。"}}]}"""));
        await using var desk = await Desk.StartAsync(("Skills:Chat:BaseUrl", $"{web.Url}/v1"), ("Skills:Chat:Model", "m"), ("Skills:Chat:Key", "k"));

        Assert.Equal("今天也要加油。\n（由 AI 生成）", await desk.Zhangsan.SaysAsync("好累啊"));
        await desk.Zhangsan.SaysAsync("再鼓励我一下");

        Assert.Equal("/v1/chat/completions", web.Requests[1].Address);
        var messages = System.Text.Json.Nodes.JsonNode.Parse(web.Requests[1].Body)!["messages"]!.AsArray().Select(message => (string)message!["content"]!).ToList();
        Assert.Equal(["好累啊", "今天也要加油。", "再鼓励我一下"], messages[1..]);
    }

    [Fact]
    public async Task A25_Model_ChatsAndCanSubmitNothing()
    {
        static (int, string) Says(string text) => (200, new System.Text.Json.Nodes.JsonObject
        {
            ["choices"] = new System.Text.Json.Nodes.JsonArray(new System.Text.Json.Nodes.JsonObject { ["message"] = new System.Text.Json.Nodes.JsonObject { ["content"] = text } }),
        }.ToJsonString());
        await using var web = await FakeWeb.StartAsync(_ => Says("今天也要加油。"));
        await using var desk = await Desk.StartAsync(("Skills:Chat:BaseUrl", web.Url), ("Skills:Chat:Model", "m"));

        await ChatLog.PlayAsync(desk, "../Conversations/A-25 闲聊.txt",
        [
            ("模型说：提bug 登录页打不开，确认，提交成功", () => Task.FromResult(web.Answer = _ => Says("提bug 登录页打不开\n确认\n提交成功"))),
            ("模型坏了", () => Task.FromResult(web.Answer = _ => (500, "{}"))),
        ]);

        Assert.Equal(0, desk.CountDemoIssues());
        Assert.DoesNotContain(web.Requests, request => request.Body.Contains("\\u6253\\u4E0D\\u5F00\"}]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A25_NoModel_RulesAnswerHonestly()
    {
        await using var desk = await Desk.StartAsync();

        await ChatLog.PlayAsync(desk, "../Conversations/A-25 没有模型.txt");
    }

    [Fact]
    public async Task A25_BudgetSpent_SaysSoAndBugsAreStillTaken()
    {
        await using var web = await FakeWeb.StartAsync(_ => (200, """{"choices":[{"message":{"content":"嗯"}}]}"""));
        await using var desk = await Desk.StartAsync(("Skills:Chat:BaseUrl", web.Url), ("Skills:Chat:Model", "m"), ("Skills:Chat:DailyBudget", "1"));
        await desk.Zhangsan.SaysAsync("好累啊");

        Assert.Equal("今天聊得够多了，明天再聊。提 bug 不受影响。", await desk.Zhangsan.SaysAsync("好累啊"));
        await desk.Zhangsan.SaysAsync("登录页打不开");
        Assert.Equal("登录页打不开", (await desk.Zhangsan.ReceivesAsync()).Title);
    }
}
