using FsCheck;
using FsCheck.Fluent;
using Hongyan.Storage.Tests.Support;

namespace Hongyan.Storage.Tests;

/// <summary>
/// Any order of deliveries, duplicates, slow handlers, hang-ups, a store that refuses, kills and restarts, against one file and a clock that the test moves.
/// </summary>
public sealed class DeliveryMachineTests
{
    /// <summary>What may happen, with a number that chooses the message and the person.</summary>
    public enum Happening
    {
        DeliverQuick,
        DeliverSlow,
        DeliverAgain,
        FinishSlow,
        PassTheBudget,
        HangUp,
        PassAMinute,
        SetTheClockBack,
        LetItWork,
        HoldThePlatform,
        ReleaseThePlatform,
        FillTheDisk,
        FreeTheDisk,
        Kill,
        Stop,
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnyOrder_OfWhatMayHappen_LosesNothingAndDoesNothingTwice(bool onPostgreSql)
    {
        var happenings = Gen.Elements(Enum.GetValues<Happening>().Concat([Happening.DeliverQuick, Happening.DeliverSlow, Happening.DeliverSlow, Happening.DeliverAgain, Happening.PassTheBudget, Happening.PassTheBudget, Happening.LetItWork, Happening.LetItWork, Happening.HoldThePlatform, Happening.FinishSlow, Happening.FinishSlow]));
        var plan = happenings.Zip(Gen.Choose(0, 2)).ListOf(40);

        foreach (var run in plan.Sample(30, 40).Index())
            await RunAsync([.. run.Item.Select(pair => (pair.Item1, pair.Item2))], run.Index, onPostgreSql);
    }

    private static async Task RunAsync(IReadOnlyList<(Happening Happening, int Choice)> plan, int number, bool onPostgreSql)
    {
        using var machine = new DeliveryMachine(onPostgreSql ? new StoreServer() : new StoreFile(), canSend: number % 2 == 0);
        try
        {
            await machine.StartAsync();
            foreach (var (happening, choice) in plan)
                await machine.DoAsync(happening, choice);
            await machine.SettleAsync();
        }
        catch (Exception failure) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException($"Run {number}: {string.Join(", ", plan)}", failure);
        }
        var contradictions = machine.Contradictions();
        Assert.True(contradictions.Count == 0, $"Run {number}: {string.Join("; ", contradictions)}. The plan was {string.Join(", ", plan)}.");
    }
}
