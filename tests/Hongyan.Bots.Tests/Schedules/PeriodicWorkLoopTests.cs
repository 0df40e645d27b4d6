using System.Threading.Channels;
using Hongyan.Bots.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hongyan.Bots.Tests.Schedules;

public sealed class PeriodicWorkLoopTests : IDisposable
{
    private readonly ManualTimeProvider _time = new();
    private readonly CountedRuns _work = new();
    private IHost? _host;

    [Fact]
    public async Task Loop_Started_RunsTheWorkAtOnceAndAfterEachInterval()
    {
        await StartAsync(runByLoop: true);

        await RunAsync();
        _time.Advance(TimeSpan.FromMinutes(1));
        await RunAsync();

        Assert.Equal(2, _work.Runs);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Loop_WorkThrows_GoesOn(bool isExpected)
    {
        _work.Failure = isExpected ? new HongyanException("not now") : new InvalidOperationException("a mistake");
        await StartAsync(runByLoop: true);

        await RunAsync();
        _time.Advance(TimeSpan.FromMinutes(1));

        await RunAsync();
    }

    [Fact]
    public async Task Loop_HostHasAScheduler_RunsNothing()
    {
        await StartAsync(runByLoop: false);

        _time.Advance(TimeSpan.FromMinutes(5));
        await _host!.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, _work.Runs);
    }

    public void Dispose() => _host?.Dispose();

    private async Task StartAsync(bool runByLoop)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton<TimeProvider>(_time).AddSingleton(_work);
        builder.Services.AddPeriodicWork<CountedRuns>().AddPeriodicWork<CountedRuns>();
        builder.Services.Configure<PeriodicWorkOptions>(options => options.RunByLoop = runByLoop);
        _host = builder.Build();
        await _host.StartAsync(TestContext.Current.CancellationToken);
    }

    private async Task RunAsync()
    {
        await _work.Ran.ReadAsync(TestContext.Current.CancellationToken).AsTask().SoonAsync();
        await Waiting.UntilAsync(() => _time.PendingTimers == 1);
    }

    private sealed class CountedRuns : IPeriodicWork
    {
        private readonly Channel<int> _ran = Channel.CreateUnbounded<int>();

        public ChannelReader<int> Ran => _ran.Reader;

        public int Runs { get; private set; }

        public Exception? Failure { get; set; }

        public string Name => "test";

        public TimeSpan Interval { get; } = TimeSpan.FromMinutes(1);

        public Task RunAsync(CancellationToken cancellationToken)
        {
            Runs++;
            _ran.Writer.TryWrite(Runs);
            return Failure is null ? Task.CompletedTask : Task.FromException(Failure);
        }
    }
}
