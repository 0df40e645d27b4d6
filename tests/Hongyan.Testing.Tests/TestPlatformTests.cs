using Hongyan.WeCom;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hongyan.Testing.Tests;

public sealed class TestPlatformTests
{
    [Fact]
    public async Task ReceivesAsync_MessageSentBesideTheAnswer_IsRead()
    {
        await using var host = await StartAsync(bot => bot.OnText(async (BotContext context) =>
        {
            await context.SendAsync("还有一句", context.CancellationToken);
            return "好";
        }));

        Assert.Equal("好", await host.Member("zhangsan").SaysAsync("说"));
        var message = await host.Member("zhangsan").ReceivesAsync();

        Assert.Equal((BotReplyKind.Text, "还有一句"), (message.Kind, message.Text));
    }

    [Fact]
    public async Task ReceivesAsync_Card_ShowsWhatTheTranscriptNames()
    {
        await using var host = await StartAsync(bot => bot.OnText(async (BotContext context, WeComClient wecom) =>
        {
            var card = new TextNoticeCard { MainTitle = new CardTitle("标题", "说明"), Action = "https://example.com" };
            await wecom.Messages.SendAsync(Recipients.Users("zhangsan", "lisi"), new TemplateCardPush(card), options: null, context.CancellationToken);
        }));

        await host.Member("zhangsan").SaysAsync("说");

        foreach (var person in new[] { "zhangsan", "lisi" })
        {
            var card = await host.Member(person).ReceivesAsync();
            Assert.Equal((BotReplyKind.TemplateCard, "text_notice", "标题", "说明"), (card.Kind, card.CardType, card.Title, card.Description));
        }
    }

    [Fact]
    public async Task ReceivesAsync_NothingComes_SaysWho()
    {
        await using var host = await StartAsync(bot => bot.OnText(() => "好"));
        host.Timeout = TimeSpan.Zero;

        var thrown = await Assert.ThrowsAsync<BotTestException>(() => host.Member("zhangsan").ReceivesAsync());

        Assert.StartsWith("zhangsan was sent nothing", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_Null_AnswersAsUsual()
    {
        await using var host = await StartAsync(bot => bot.OnText(async (BotContext context) => await context.SendAsync("还有一句", context.CancellationToken)));
        host.Platform.Answers("/cgi-bin/message/send", call => (string?)call.Body!["msgtype"] == "markdown" ? """{"errcode":40008}""" : null);

        await host.Member("zhangsan").SaysAsync("说");

        Assert.Equal("还有一句", (await host.Member("zhangsan").ReceivesAsync()).Text);
    }

    [Fact]
    public async Task Answers_Refusal_ReachesTheBot()
    {
        await using var host = await StartAsync(bot => bot.OnText(async (WeComClient wecom, CancellationToken cancellationToken) =>
            (await Assert.ThrowsAsync<PlatformApiException>(() => wecom.AppChats.SendAsync("group", "你好", cancellationToken: cancellationToken))).Code.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        host.Platform.Answers("/cgi-bin/appchat/send", _ => """{"errcode":86003,"errmsg":"no"}""");

        Assert.Equal("86003", await host.Member("zhangsan").SaysAsync("说"));
        Assert.Equal("group", (string?)Assert.Single(host.Platform.Calls).Body!["chatid"]);
    }

    [Fact]
    public async Task Transcript_AnswerThatIsSent_IsAnAnswer()
    {
        await using var host = await StartAsync(bot => bot.OnText(async (BotContext context) => await context.SendAsync("晚一点", context.CancellationToken)));

        await host.Member("zhangsan").MatchesTranscriptAsync("sent.txt");
    }

    private static Task<BotTestHost> StartAsync(Action<Bot> routes) => BotTestHost.StartApplicationAsync(builder =>
    {
        builder.Configuration["WeCom:AgentId"] = "1000002";
        builder.AddWeCom();
        var app = builder.Build();
        routes(app.MapWeCom("/wecom"));
        return app;
    });
}
