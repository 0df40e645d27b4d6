using System.Globalization;
using System.Security.Cryptography;
using Hongyan.Cli.Accounts;

namespace Hongyan.Cli.Doctor;

/// <summary>The callback address as the platform sees it: the certificate, URL verification, a signed message, and that a forged one is refused.</summary>
internal sealed class CallbackCheck(ConfiguredAccount account, Uri? address, TimeProvider time)
{
    private const string TlsName = "tls";
    private const string VerifyName = "verify";
    private const string ForgedName = "forged";
    private const string MessageName = "message";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan VerifyDeadline = TimeSpan.FromSeconds(1);

    /// <summary>Looks at each where the ones before it are fine.</summary>
    public async Task<IReadOnlyList<Check>> RunAsync(CancellationToken cancellationToken)
    {
        if (address is null)
            return [Check.Skipped(VerifyName, "Doctor.NoUrl")];
        if (!ConfigurationCheck.CanSeal(account))
            return [Check.Skipped(VerifyName, "Doctor.NoKeys")];
        var certificate = new ServerCertificate(time);
        using var http = certificate.CreateClient();
        var probe = new CallbackProbe(http, account, address, time);
        var checks = new List<Check>();
        try
        {
            var echo = RandomNumberGenerator.GetString("0123456789", 19);
            var verified = Verified(await probe.VerifyAsync(echo, isForged: false, cancellationToken), echo);
            checks.Add(certificate.Look(address));
            checks.Add(verified);
            if (verified.State == CheckState.Problem)
                return [.. checks, Check.Skipped(ForgedName, "Doctor.VerifyFirst"), Check.Skipped(MessageName, "Doctor.VerifyFirst")];
            checks.Add(Forged(await probe.VerifyAsync(echo, isForged: true, cancellationToken), await probe.PostAsync(isForged: true, cancellationToken), echo));
            checks.Add(Message(await probe.PostAsync(isForged: false, cancellationToken)));
            return checks;
        }
        catch (HttpRequestException failure)
        {
            return [.. checks, certificate.Explain(address, failure)];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [.. checks, Check.Problem(checks.Count == 0 ? VerifyName : MessageName, "Doctor.TooSlow", Deadline.TotalSeconds)];
        }
    }

    private Check Verified(ProbeAnswer answer, string echo)
    {
        if (answer.Status == 200 && answer.Body == echo)
        {
            return answer.Elapsed > VerifyDeadline
                ? Check.Notice(VerifyName, "Doctor.VerifiedSlowly", Milliseconds(answer))
                : Check.Good(VerifyName, "Doctor.VerifiedWell", Milliseconds(answer));
        }
        return answer.Status switch
        {
            200 when answer.Body.Trim() == echo => Check.Problem(VerifyName, "Doctor.EchoHasMore"),
            200 when answer.Body.TrimStart().StartsWith('<') => Check.Problem(VerifyName, "Doctor.AnotherPage"),
            200 => Check.Problem(VerifyName, "Doctor.WrongEcho"),
            >= 300 and < 400 => Check.Problem(VerifyName, "Doctor.Redirected", answer.Status),
            400 or 401 or 403 => Check.Problem(VerifyName, "Doctor.KeysDiffer", answer.Status, account.Section),
            404 => Check.Problem(VerifyName, "Doctor.WrongPath", answer.Status, address!.AbsolutePath),
            405 => Check.Problem(VerifyName, "Doctor.WrongMethod", answer.Status),
            502 or 503 or 504 => Check.Problem(VerifyName, "Doctor.NothingBehind", answer.Status),
            _ => Check.Problem(VerifyName, "Doctor.OtherStatus", answer.Status),
        };
    }

    /// <summary>Whoever takes what anybody can write, answers strangers as if they were the platform.</summary>
    private static Check Forged(ProbeAnswer verified, ProbeAnswer posted, string echo)
    {
        if (verified.Status == 200 && verified.Body.Contains(echo, StringComparison.Ordinal))
            return Check.Problem(ForgedName, "Doctor.TakesForgedEcho");
        return posted.Status is >= 200 and < 300 ? Check.Problem(ForgedName, "Doctor.TakesForged", posted.Status) : Check.Good(ForgedName, "Doctor.RefusesForged", posted.Status);
    }

    private static Check Message(ProbeAnswer answer)
    {
        if (answer.Status != 200)
            return Check.Problem(MessageName, "Doctor.MessageRefused", answer.Status);
        return answer.Elapsed > Deadline ? Check.Problem(MessageName, "Doctor.TooSlow", Deadline.TotalSeconds) : Check.Good(MessageName, "Doctor.MessageTaken", Milliseconds(answer));
    }

    private static string Milliseconds(ProbeAnswer answer) => ((long)answer.Elapsed.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
}
