namespace Hongyan.Testing.Tests.Listings;

/// <summary>The listing of docs/guides/transcripts.md.</summary>
public sealed class SchoolBotTests
{
    [Fact]
    public async Task MapGrades_Conversation_IsAsWritten()
    {
        // <test>
        await using var host = await BotTestHost.StartAsync(bot => bot.MapGrades());
        var zhangsan = host.Member("zhangsan");

        Assert.Equal("数学 98", await zhangsan.SaysAsync("成绩 数学"));
        await zhangsan.MatchesTranscriptAsync("成绩.txt");
        // </test>
    }
}
