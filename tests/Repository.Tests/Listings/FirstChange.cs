namespace Hongyan.Repository.Tests.Listings;

/// <summary>The line that docs/start adds to the echo bot.</summary>
internal static class FirstChange
{
    public static void Map(Bot bot)
    {
        // <change>
        bot.OnText("加 {a} {b}", (int a, int b) => $"{a + b}");
        // </change>
    }
}
