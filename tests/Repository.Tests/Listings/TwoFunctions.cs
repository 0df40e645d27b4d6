namespace Hongyan.Repository.Tests.Listings;

/// <summary>The README's smallest whole bot.</summary>
internal static class TwoFunctions
{
    public static void Map(Bot bot)
    {
        // <routes>
        bot.OnMessage((IncomingMessage message) => message switch
        {
            TextMessage text => $"你说：{text.Content}",
            LocationMessage place => $"你在 {place.Label}",
            _ => "收到。",
        });
        bot.OnEvent((IncomingEvent e) => e is SubscribeEvent ? "欢迎！" : null);
        bot.OnError((Exception error) => "出错了，请稍后再试。");
        // </routes>
    }
}
