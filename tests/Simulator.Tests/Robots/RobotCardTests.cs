using System.Text.Json.Nodes;
using Hongyan.Simulator.Tests.Fakes;

namespace Hongyan.Simulator.Tests.Robots;

public sealed class RobotCardTests
{
    private const string Group = "wrproject000000000000000000000001";

    [Fact]
    public async Task Click_Button_TellsTheBotWhatWasChosenAndTheCardChanges()
    {
        await using var bot = await FakeBot.StartAsync(callback => callback.TypeOf() == "event"
            ? RobotWire.Answer(callback, $$"""{"response_type":"update_template_card","template_card":{{Card("已受理", """,{"replace_text":"已处理"}""")}}}""")
            : RobotWire.Answer(callback, $$"""{"msgtype":"template_card","template_card":{{Card("受理吗")}}}"""));
        await using var simulator = await RobotWire.StartAsync(bot);
        var id = await CardOfAsync(simulator);

        var turn = await simulator.PostAsync($"/sim/robots/robot/members/zhangsan/conversation/{id}/click?wait=true",
            JsonNode.Parse("""{"key":"accept","selectedItems":[{"questionKey":"level","optionIds":["2"]}]}""")!);

        var happened = bot.Received[1].OpenRobot();
        Assert.Equal("template_card_event", (string?)happened["event"]!["eventtype"]);
        Assert.Equal(
            """{"card_type":"button_interaction","event_key":"accept","task_id":"t-1","selected_items":{"selected_item":[{"question_key":"level","option_ids":{"option_id":["2"]}}]}}""",
            happened["event"]!["template_card_event"]!.ToJsonString());
        Assert.NotNull(happened["response_url"]);
        Assert.Empty(turn.Findings());
        Assert.Equal("已受理", (string?)(await simulator.RobotConversationAsync())[1]!["details"]!["card"]!["main_title"]!["title"]);
    }

    [Theory]
    [InlineData("""{"msgtype":"stream","stream":{"id":"s","finish":true,"content":"好"}}""", "robotTypeOfCardClick")]
    [InlineData("""{"response_type":"update_template_card"}""", "messageMissingPart")]
    [InlineData("""{"response_type":"update_template_card","template_card":{"card_type":"text_notice","main_title":{"title":"a"},"card_action":{"type":1,"url":"https://a.example"},"task_id":"t-2"}}""", "robotTaskId")]
    [InlineData("""{"response_type":"update_template_card","template_card":{"card_type":"none"}}""", "robotCard")]
    public async Task Click_WrongAnswer_ChangesNothing(string answer, string kind)
    {
        await using var bot = await FakeBot.StartAsync(callback => RobotWire.Answer(callback,
            callback.TypeOf() == "event" ? answer : $$"""{"msgtype":"template_card","template_card":{{Card("受理吗")}}}"""));
        await using var simulator = await RobotWire.StartAsync(bot);
        var id = await CardOfAsync(simulator);

        var turn = await simulator.PostAsync($"/sim/robots/robot/members/zhangsan/conversation/{id}/click?wait=true", new { key = "accept" });

        Assert.Equal([kind], turn.Findings());
        Assert.Equal("受理吗", (string?)(await simulator.RobotConversationAsync())[1]!["details"]!["card"]!["main_title"]!["title"]);
    }

    [Fact]
    public async Task Click_NotAnswered_IsNotSentAgain()
    {
        await using var bot = await FakeBot.StartAsync(callback => callback.TypeOf() == "event"
            ? BotAnswer.Text("", status: 500)
            : RobotWire.Answer(callback, $$"""{"msgtype":"template_card","template_card":{{Card("受理吗")}}}"""));
        await using var simulator = await RobotWire.StartAsync(bot);
        var id = await CardOfAsync(simulator);

        var turn = await simulator.PostAsync($"/sim/robots/robot/members/zhangsan/conversation/{id}/click?wait=true", new { key = "accept" });

        Assert.Equal("failed", (string?)turn["delivery"]!["outcome"]);
        Assert.Equal(2, bot.Received.Count);
    }

    [Theory]
    [InlineData("none", "", "key")]
    [InlineData("accept", "none", "selectedItems")]
    public async Task Click_WhatIsNotThere_IsRefused(string key, string question, string field)
    {
        await using var bot = await FakeBot.StartAsync(callback => RobotWire.Answer(callback, $$"""{"msgtype":"template_card","template_card":{{Card("受理吗")}}}"""));
        await using var simulator = await RobotWire.StartAsync(bot);
        var id = await CardOfAsync(simulator);
        var selectedItems = question.Length == 0 ? [] : new[] { new { questionKey = question, optionIds = new[] { "1" } } };

        Assert.Equal((422, field), await simulator.RefusedAsync($"/sim/robots/robot/members/zhangsan/conversation/{id}/click", new { key, selectedItems }));
        Assert.Equal(404, (await simulator.RefusedAsync($"/sim/robots/robot/members/lisi/conversation/{id}/click", new { key = "accept" })).Status);
        Assert.Equal(404, (await simulator.RefusedAsync($"/sim/robots/robot/members/zhangsan/conversation/{id - 1}/click", new { key = "accept" })).Status);
    }

    [Fact]
    public async Task Click_InAGroupUpdatedForOne_OthersKeepTheirCard()
    {
        await using var bot = await FakeBot.StartAsync(callback => callback.TypeOf() == "event"
            ? RobotWire.Answer(callback, $$"""{"response_type":"update_template_card","userids":["lisi"],"template_card":{{Card("李四已受理")}}}""")
            : RobotWire.Answer(callback, $$"""{"msgtype":"template_card","template_card":{{Card("受理吗")}}}"""));
        await using var simulator = await RobotWire.StartAsync(bot);
        var said = await simulator.PostAsync($"/sim/groups/{Group}/members/zhangsan/messages?wait=true", new { type = "text", content = "@鸿雁助手 派单" });
        var id = (long)said[0]!["answers"]![0]!["id"]!;

        await simulator.PostAsync($"/sim/robots/robot/members/lisi/conversation/{id}/click?wait=true", new { key = "accept" });

        var happened = bot.Received[1].OpenRobot();
        Assert.Equal(("lisi", Group, "group"), ((string?)happened["from"]!["userid"], (string?)happened["chatid"], (string?)happened["chattype"]));
        var reply = (await simulator.GetAsync($"/sim/groups/{Group}/conversation")).AsArray().Single(entry => (long)entry!["id"]! == id)!["details"]!;
        Assert.Equal("受理吗", (string?)reply["card"]!["main_title"]!["title"]);
        Assert.Equal("李四已受理", (string?)reply["updatedCards"]!["lisi"]!["main_title"]!["title"]);
    }

    private static async Task<long> CardOfAsync(RunningSimulator simulator)
    {
        var turn = await simulator.SayToRobotAsync("派单");
        return (long)turn["answers"]!.AsArray().Single(entry => (string?)entry!["direction"] == "out")!["id"]!;
    }

    private static string Card(string title, string more = "")
    {
        var card = JsonNode.Parse("""
            {"card_type":"button_interaction","task_id":"t-1","main_title":{},
             "button_selection":{"question_key":"level","title":"级别","option_list":[{"id":"1","text":"高"},{"id":"2","text":"低"}]},
             "button_list":[{"text":"受理","key":"accept"}]}
            """)!.AsObject();
        card["main_title"]!["title"] = title;
        foreach (var (name, value) in more.Length == 0 ? [] : JsonNode.Parse(more[1..])!.AsObject())
            card[name] = value!.DeepClone();
        return card.ToJsonString();
    }
}
