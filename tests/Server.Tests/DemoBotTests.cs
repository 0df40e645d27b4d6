using System.Text.RegularExpressions;

namespace Hongyan.Server.Tests;

public partial class DemoBotTests
{
    [Fact]
    public async Task Text_OverTheWire_IsEchoed()
    {
        await using var running = await RunningServer.StartAsync();

        var delivery = await running.SayAsync("你好");

        Assert.Equal("你说：你好", (string?)delivery["reply"]!["content"]);
        Assert.Single(delivery["attempts"]!.AsArray());
    }

    [Fact]
    public async Task Text_OfTheGreatestLength_IsEchoedAsFarAsItFits()
    {
        await using var running = await RunningServer.StartAsync();

        var delivery = await running.SayAsync(new string('长', 682));

        var reply = (string)delivery["reply"]!["content"]!;
        Assert.StartsWith("你说：长长", reply, StringComparison.Ordinal);
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(reply), 2000, 2048);
    }

    [Fact]
    public async Task Help_Asked_ListsTheRoutesInOrder()
    {
        await using var running = await RunningServer.StartAsync();

        var reply = (string)(await running.SayAsync("帮助"))["reply"]!["content"]!;

        Assert.Contains("1. text 帮助", reply, StringComparison.Ordinal);
        Assert.Contains("text 计数", reply, StringComparison.Ordinal);
        Assert.Contains("event EnterAgent", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Count_SentSeveralTimes_CountsEachPersonAloneAndHoldsNoOtherDigits()
    {
        await using var running = await RunningServer.StartAsync();

        var answers = new List<string>();
        for (var i = 0; i < 3; i++)
            answers.Add((string)(await running.SayAsync("计数"))["reply"]!["content"]!);
        var other = (string)(await running.SayAsync("计数", "lisi"))["reply"]!["content"]!;

        Assert.Equal(["1", "2", "3"], answers.Select(Digits));
        Assert.Equal("1", Digits(other));
    }

    [Fact]
    public async Task EnterAgent_TwiceOnADay_GreetsOnce()
    {
        await using var running = await RunningServer.StartAsync();

        var first = await running.HappenAsync("enter_agent");
        var second = await running.HappenAsync("enter_agent");

        Assert.Contains("你好", (string)first["reply"]!["content"]!, StringComparison.Ordinal);
        Assert.Equal("replied", (string?)first["outcome"]);
        Assert.Equal("accepted", (string?)second["outcome"]);
        Assert.Null(second["reply"]);
    }

    [Theory]
    [InlineData("subscribe")]
    [InlineData("batch_job_result")]
    [InlineData("template_card_event")]
    [InlineData("LOCATION")]
    public async Task Event_WithoutARoute_IsAcceptedAndNotAnswered(string name)
    {
        await using var running = await RunningServer.StartAsync();

        var delivery = await running.HappenAsync(name);

        Assert.Equal("accepted", (string?)delivery["outcome"]);
        Assert.Equal("", (string?)delivery["attempts"]![0]!["responseBody"] ?? "");
    }

    [Fact]
    public async Task ScanCodeWait_OverTheWire_IsAnsweredWithWhatWasScanned()
    {
        await using var running = await RunningServer.StartAsync();

        var delivery = await running.HappenAsync("scancode_waitmsg");

        Assert.StartsWith("你扫到的是：", (string?)delivery["reply"]!["content"], StringComparison.Ordinal);
        Assert.NotEqual("你扫到的是：", (string?)delivery["reply"]!["content"]);
    }

    private static string Digits(string text) => string.Concat(NonDigits().Split(text));

    [GeneratedRegex(@"\D")]
    private static partial Regex NonDigits();
}
