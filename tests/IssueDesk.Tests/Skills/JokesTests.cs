using Hongyan.IssueDesk.Skills;
using Hongyan.IssueDesk.Tests.Support;

namespace Hongyan.IssueDesk.Tests.Skills;

public class JokesTests
{
    [Fact]
    public void All_Jokes_AreThirtyOrMoreAndDifferent()
    {
        Assert.True(Jokes.All.Count >= 30);
        Assert.Equal(Jokes.All.Count, Jokes.All.Distinct().Count());
        Assert.All(Jokes.All, joke => Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(joke), 1, TextReply.MaxBytes));
    }

    [Fact]
    public async Task A23_Joke_IsToldHoweverItIsAskedFor()
    {
        await using var desk = await Desk.StartAsync();

        await ChatLog.PlayAsync(desk, "../Conversations/A-23 笑话.txt");

        using var rows = desk.Store.OpenReader();
        Assert.Equal(4, rows.People.Single().Jokes!.Split(',').Distinct().Count());
    }

    [Fact]
    public async Task A23_Jokes_DoNotRepeatWithinTwenty()
    {
        await using var desk = await Desk.StartAsync();
        var heard = new List<string>();
        for (var i = 0; i < 60; i++)
        {
            if (i % 10 == 0)
                desk.Time.Advance(TimeSpan.FromMinutes(1));
            heard.Add((await desk.Zhangsan.SaysAsync("讲个笑话"))!);
        }

        Assert.All(Enumerable.Range(20, 40), at => Assert.DoesNotContain(heard[at], heard[(at - 20)..at]));
    }
}
