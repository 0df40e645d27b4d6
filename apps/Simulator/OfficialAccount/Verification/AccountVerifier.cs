using System.Security.Cryptography;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>Runs the URL verification that 提交 on 基本配置 starts: the bot must answer with echostr as it came, which is never encrypted, in no mode.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Basic_Information/Access_Overview.html.</remarks>
internal sealed class AccountVerifier(CallbackSender sender, DeliverySettingsStore settings, SimulatedClock clock)
{
    private const int EchoLength = 19;

    /// <summary>Asks the bot.</summary>
    public async Task<VerificationResult> VerifyAsync(CallbackSettings callback, CancellationToken cancellationToken)
    {
        var echo = RandomNumberGenerator.GetString("123456789", EchoLength);
        using var request = CallbackSender.Request(OfficialAccountWire.Verification(callback, echo, clock.Now));
        var answer = await sender.SendAsync(request, TimeSpan.FromSeconds(settings.Current.DeadlineSeconds), cancellationToken);
        return new()
        {
            RequestLine = CallbackSender.RequestLine(request),
            Status = answer.Status,
            ResponseBody = answer.Status is null ? null : Echo.Shorten(answer.Body),
            Duration = answer.Duration,
            Problem = answer.Failure
                ?? (answer.IsOk ? Echo.Compare(answer.Body, echo) : StatusFinding.Of(answer.Status!.Value, request.RequestUri!)),
        };
    }

    /// <summary>Which of its few sentences the console would say: the key of the text.</summary>
    public static string TitleOf(Finding problem) =>
        problem.Kind is FindingKind.TimedOut or FindingKind.ConnectionRefused or FindingKind.Unreachable ? "Account_Timeout" : "Account_WrongToken";
}
