using System.Globalization;
using Hongyan.Bots.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Bots.Tests.Delivery;

public sealed class DeliveryStormTests
{
    private const int Messages = 10_000;
    private const int Deliveries = 3;
    private const int Tasks = 8;

    [Fact]
    public async Task DeliverAsync_ManyMessagesThriceAndShuffled_HasOneEffectEachAndOneAnswer()
    {
        await using var services = new ServiceCollection().AddLogging().AddBots().BuildServiceProvider();
        var bot = new Bot(RoutedBot.Account, services);
        var effects = new int[Messages];
        bot.OnText(async (TextMessage message) =>
        {
            var number = int.Parse(message.Content, CultureInfo.InvariantCulture);
            // Some answers are there at once, some only after other deliveries have had their turn.
            if (number % 2 == 0)
                await Task.Yield();
            return $"{number}:{Interlocked.Increment(ref effects[number])}";
        });
        var delivery = services.GetRequiredService<ReplyDelivery>();
        var order = Enumerable.Range(0, Messages * Deliveries).Select(i => i % Messages).ToArray();
        new Random(20260301).Shuffle(order);

        var wrong = await Task.WhenAll(Enumerable.Range(0, Tasks).Select(task => Task.Run(async () =>
        {
            var unexpected = 0;
            for (var i = task; i < order.Length; i += Tasks)
            {
                var answer = await delivery.DeliverAsync(bot, Arrivals.Text($"{order[i]}"), CancellationToken.None);
                if (DeliveringBot.TextOf(answer) != $"{order[i]}:1")
                    unexpected++;
            }
            return unexpected;
        }))).SoonAsync();

        Assert.All(effects, count => Assert.Equal(1, count));
        Assert.Equal(0, wrong.Sum());
    }
}
