using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Hongyan.Calls;

/// <summary>
/// Makes a call again that failed for the moment, after a pause that grows. What may have taken effect is never repeated: whoever calls
/// decides about that, with <see cref="PlatformUnavailableException.MayHaveTakenEffect"/>.
/// </summary>
internal sealed partial class PlatformRetry
{
    private const int SystemBusy = -1;
    private const int TooManyAtOnce = 45033;
    private const int TooOften = 45009;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(4);
    private static readonly ResiliencePropertyKey<Budget> BudgetKey = new("Hongyan.Budget");

    private readonly ResiliencePipeline _pipeline;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;

    /// <param name="retries">How often a call is made again.</param>
    /// <param name="time">The clock that pauses and time-outs go by.</param>
    /// <param name="logger">Told about every repeat.</param>
    public PlatformRetry(int retries, TimeProvider time, ILogger logger)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(retries);
        _time = time;
        _logger = logger;
        _pipeline = retries == 0 ? ResiliencePipeline.Empty : Build(retries, time);
    }

    /// <summary>Tries until there is an answer, a failure that will stay, or no time left.</summary>
    /// <param name="request">What is called.</param>
    /// <param name="attempt">One try, given the time that is left for it.</param>
    /// <param name="cancellationToken">The caller's; it ends a pause too.</param>
    public async Task<T> RunAsync<T>(
        PlatformRequest request, Func<TimeSpan, CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        var budget = new Budget(request, _time);
        context.Properties.Set(BudgetKey, budget);
        try
        {
            return await _pipeline.ExecuteAsync(
                static (context, state) => new ValueTask<T>(state.attempt(state.budget.Left, context.CancellationToken)),
                context, (attempt, budget)).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private ResiliencePipeline Build(int retries, TimeProvider time) => new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = retries,
            BackoffType = DelayBackoffType.Exponential,
            Delay = FirstPause,
            MaxDelay = LongestPause,
            UseJitter = true,
            ShouldHandle = args => new ValueTask<bool>(args.Outcome.Exception is { } failure && ShouldRepeat(failure, BudgetOf(args.Context))),
            DelayGenerator = args => new ValueTask<TimeSpan?>(FrequencyBlock(args.Outcome.Exception, BudgetOf(args.Context))),
            OnRetry = args =>
            {
                var budget = BudgetOf(args.Context);
                if (FrequencyBlock(args.Outcome.Exception, budget) is { } block)
                    budget.Extend(block);
                LogRepeat(_logger, budget.Request.Endpoint, args.RetryDelay.TotalSeconds, args.Outcome.Exception!.Message);
                return default;
            },
        })
        .Build();

    private static Budget BudgetOf(ResilienceContext context) => context.Properties.GetValue(BudgetKey, null!);

    private static bool ShouldRepeat(Exception failure, Budget budget) => failure switch
    {
        PlatformApiException { Code: SystemBusy or TooManyAtOnce } => budget.Left > LongestPause,
        PlatformApiException => FrequencyBlock(failure, budget) is not null,
        PlatformUnavailableException { MayHaveTakenEffect: false, StatusCode: null or >= System.Net.HttpStatusCode.InternalServerError } =>
            budget.Left > LongestPause,
        _ => false,
    };

    private static TimeSpan? FrequencyBlock(Exception? failure, Budget budget) =>
        failure is PlatformApiException { Code: TooOften } ? budget.Request.FrequencyBlock : null;

    [LoggerMessage(5, LogLevel.Information, "{Endpoint} is tried again in {Pause:0.0} s: {Reason}")]
    private static partial void LogRepeat(ILogger logger, string endpoint, double pause, string reason);

    /// <summary>The time that one call may take, its repeats included.</summary>
    private sealed class Budget(PlatformRequest request, TimeProvider time)
    {
        private readonly long _startedAt = time.GetTimestamp();
        private TimeSpan _total = request.Timeout;

        public PlatformRequest Request { get; } = request;

        public TimeSpan Left => _total - time.GetElapsedTime(_startedAt);

        /// <summary>Waiting for the platform to take calls again is not waiting for an answer.</summary>
        public void Extend(TimeSpan by) => _total += by;
    }
}
