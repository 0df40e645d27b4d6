using System.Diagnostics;
using Hongyan.Bots.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hongyan.Bots.Tests.Delivery;

/// <summary>What a handler runs in: its scope, its context, and the end of the process.</summary>
public sealed class HandlerLifetimeTests
{
    private static readonly AsyncLocal<string?> OfTheRequest = new();

    private readonly TaskCompletionSource<string> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class Resource : IAsyncDisposable
    {
        public bool IsDisposed { get; private set; }

        public bool Fails { get; set; }

        public ValueTask DisposeAsync()
        {
            IsDisposed = true;
            return Fails ? throw new InvalidTimeZoneException("on disposal") : ValueTask.CompletedTask;
        }
    }

    [Fact]
    public async Task DeliverAsync_ScopedService_LivesExactlyAsLongAsTheHandler()
    {
        await using var bot = new DeliveringBot(configure: services => services.AddScoped<Resource>());
        Resource? used = null;
        bot.Bot.OnText((Resource resource) =>
        {
            used = resource;
            return _answer.Task;
        });

        var answer = bot.DeliverAsync(Arrivals.Text("问"), TestContext.Current.CancellationToken);
        Assert.False(used!.IsDisposed);
        _answer.SetResult("答");
        await answer.SoonAsync();

        Assert.True(used.IsDisposed);
    }

    [Fact]
    public async Task DeliverAsync_EachMessage_HasAScopeOfItsOwn()
    {
        await using var bot = new DeliveringBot(configure: services => services.AddScoped<Resource>());
        var seen = new HashSet<Resource>();
        bot.Bot.OnText((Resource resource) => { seen.Add(resource); });

        await bot.AnswerAsync(Arrivals.Text("问", id: 1));
        await bot.AnswerAsync(Arrivals.Text("问", id: 2));

        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public async Task DeliverAsync_ServiceThatFailsWhenDisposed_DoesNotCostTheAnswer()
    {
        await using var bot = new DeliveringBot(configure: services => services.AddScoped<Resource>());
        bot.Bot.OnText((Resource resource) =>
        {
            resource.Fails = true;
            return "答";
        });

        Assert.Equal("答", await bot.AnswerAsync(Arrivals.Text("问")));
        Assert.IsType<InvalidTimeZoneException>(Assert.Single(bot.Log.At(LogLevel.Error)).Exception);
    }

    [Fact]
    public async Task DeliverAsync_WhatFlowsWithTheRequest_DoesNotReachTheHandler()
    {
        await using var bot = new DeliveringBot();
        var seen = new List<string?>();
        bot.Bot.OnText(async () =>
        {
            seen.Add(OfTheRequest.Value);
            OfTheRequest.Value = "handler";
            await Task.Yield();
            seen.Add(OfTheRequest.Value);
        });

        OfTheRequest.Value = "request";
        await bot.AnswerAsync(Arrivals.Text("问"));

        Assert.Equal([null, "handler"], seen);
        Assert.Equal("request", OfTheRequest.Value);
    }

    [Fact]
    public async Task DeliverAsync_TheRequestsTrace_GoesOnInTheHandler()
    {
        await using var bot = new DeliveringBot();
        string? seen = null;
        bot.Bot.OnText(async () =>
        {
            await Task.Yield();
            seen = Activity.Current?.Id;
        });

        using var request = new Activity("request").Start();
        await bot.AnswerAsync(Arrivals.Text("问"));

        Assert.Equal(request.Id, seen);
    }

    [Fact]
    public async Task StopAsync_HandlerRuns_WaitsForItThoughThePlatformHungUp()
    {
        await using var bot = new DeliveringBot();
        bot.Bot.OnText(() => _answer.Task);
        using var hangUp = new CancellationTokenSource();
        var first = bot.DeliverAsync(Arrivals.Text("问"), hangUp.Token);
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.SoonAsync());

        var stopped = bot.StopAsync(TestContext.Current.CancellationToken);
        Assert.False(stopped.IsCompleted);
        _answer.SetResult("答");

        await stopped.SoonAsync();
        Assert.Equal("答", await bot.AnswerAsync(Arrivals.Text("问")));
    }

    [Fact]
    public async Task StopAsync_NothingRuns_IsDoneAtOnceAndAgain()
    {
        await using var bot = new DeliveringBot();
        bot.Bot.OnText(() => "答");
        await bot.AnswerAsync(Arrivals.Text("问"));

        await bot.StopAsync(TestContext.Current.CancellationToken).SoonAsync();
        await bot.StopAsync(TestContext.Current.CancellationToken).SoonAsync();
    }

    [Fact]
    public async Task StopAsync_Twice_WaitsBothTimes()
    {
        await using var bot = new DeliveringBot();
        bot.Bot.OnText(() => _answer.Task);
        _ = bot.DeliverAsync(Arrivals.Text("问"), TestContext.Current.CancellationToken);

        Task[] stops = [bot.StopAsync(TestContext.Current.CancellationToken), bot.StopAsync(TestContext.Current.CancellationToken)];
        Assert.DoesNotContain(stops, stop => stop.IsCompleted);
        _answer.SetResult("答");

        await Task.WhenAll(stops).SoonAsync();
    }

    [Fact]
    public async Task StopAsync_TheTimeToStopIsOver_GivesUpAndSaysHowMany()
    {
        await using var bot = new DeliveringBot();
        bot.Bot.OnText(() => _answer.Task);
        _ = bot.DeliverAsync(Arrivals.Text("问"), TestContext.Current.CancellationToken);
        using var over = new CancellationTokenSource();

        var stopped = bot.StopAsync(over.Token);
        await over.CancelAsync();

        await stopped.SoonAsync();
        Assert.StartsWith("Deliver: 1 handlers were still running", Assert.Single(bot.Log.At(LogLevel.Warning)).Text, StringComparison.Ordinal);
        _answer.SetResult("答");
    }
}
