using Hongyan.WeCom;

namespace Hongyan.Repository.Tests.Listings;

/// <summary>The listings of docs/guides/push.md that are not in a sample.</summary>
internal static class PushGuide
{
    public static void Cards(Bot bot)
    {
        // <cards>
        bot.OnText("请假 {days}", async (int days, UserRef user, BotContext ctx) =>
        {
            var card = new ButtonInteractionCard
            {
                MainTitle = new("请假申请", $"{user.Id} 请 {days} 天"),
                TaskId = $"leave-{Guid.NewGuid():N}",             // 每张卡片一个，点的时候带回来
                Buttons = [new("同意", "yes"), new("不同意", "no") { Style = 2 }],
            };
            await ctx.SendAsync("lisi", new TemplateCardReply(card));
            return "已经交给李思。";
        });
        bot.On<TemplateCardEvent>((TemplateCardEvent click) => new UpdateButtonReply(click.Key == "yes" ? "已同意" : "没有同意"));
        // </cards>
    }
}
