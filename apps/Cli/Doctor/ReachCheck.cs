using Hongyan.Cli.Inspecting;

namespace Hongyan.Cli.Doctor;

/// <summary>Whether the platform's API can be reached, and whether this machine's clock agrees with it.</summary>
internal sealed class ReachCheck(HttpClient http, TimeProvider time)
{
    private const string ReachName = "reach";
    private const string ClockName = "clock";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Much = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan TooMuch = TimeSpan.FromMinutes(5);

    /// <summary>Asks for nothing in particular; any answer will do, because each has a date.</summary>
    public async Task<IReadOnlyList<Check>> RunAsync(Platform platform, Uri? address, CancellationToken cancellationToken)
    {
        var origin = address ?? new Uri(platform == Platform.OfficialAccount ? "https://api.weixin.qq.com" : "https://qyapi.weixin.qq.com");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var answer = await http.GetAsync(new Uri(origin, "/cgi-bin/getcallbackip"), HttpCompletionOption.ResponseHeadersRead, patience.Token);
            var reached = Check.Good(ReachName, "Doctor.Reached", origin.Authority);
            return answer.Headers.Date is { } date ? [reached, Clock(date - time.GetUtcNow())] : [reached, Check.Skipped(ClockName, "Doctor.NoDate")];
        }
        catch (HttpRequestException failure)
        {
            return [Check.Problem(ReachName, "Doctor.NotReached", origin.Authority, failure.Message), Check.Skipped(ClockName, "Doctor.NoDate")];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [Check.Problem(ReachName, "Doctor.NotReached", origin.Authority, $"{Patience.TotalSeconds:0} s"), Check.Skipped(ClockName, "Doctor.NoDate")];
        }
    }

    private static Check Clock(TimeSpan ahead)
    {
        // The date has whole seconds, and the answer was on its way.
        var seconds = (long)Math.Round(Math.Abs(ahead.TotalSeconds));
        return ahead.Duration() > TooMuch ? Check.Problem(ClockName, "Doctor.ClockWrong", seconds)
            : ahead.Duration() > Much ? Check.Notice(ClockName, "Doctor.ClockOff", seconds)
            : Check.Good(ClockName, "Doctor.ClockGood", seconds);
    }
}
