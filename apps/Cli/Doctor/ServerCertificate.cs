using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Hongyan.Cli.Doctor;

/// <summary>The certificate that the callback address shows, and whether the platform would accept it.</summary>
internal sealed class ServerCertificate(TimeProvider time)
{
    private const string Name = "tls";

    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    private DateTimeOffset? _until;
    private SslPolicyErrors _errors;

    /// <summary>A client that looks at the certificate and goes on with a good one only.</summary>
    public HttpClient CreateClient()
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, errors) =>
        {
            _errors = errors;
            if (certificate is X509Certificate2 shown)
                _until = new DateTimeOffset(shown.NotAfter);
            return errors == SslPolicyErrors.None;
        };
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>What is to be said of it once there was an answer.</summary>
    public Check Look(Uri address)
    {
        if (address.Scheme == Uri.UriSchemeHttp)
            return address.IsLoopback ? Check.Good(Name, "Doctor.Loopback") : Check.Notice(Name, "Doctor.NoTls");
        if (_until is not { } until)
            return Check.Good(Name, "Doctor.TlsGood");
        var day = until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return until - time.GetUtcNow() < Soon ? Check.Notice(Name, "Doctor.TlsEndsSoon", day) : Check.Good(Name, "Doctor.TlsUntil", day);
    }

    /// <summary>Why there was no answer.</summary>
    public Check Explain(Uri address, HttpRequestException failure)
    {
        if (_errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            return Check.Problem(Name, "Doctor.TlsName", address.Host);
        if (_errors != SslPolicyErrors.None)
            return Check.Problem(Name, _until <= time.GetUtcNow() ? "Doctor.TlsOver" : "Doctor.TlsChain", address.Host);
        return failure.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => Check.Problem("verify", "Doctor.NoName", address.Host),
            HttpRequestError.SecureConnectionError => Check.Problem(Name, "Doctor.TlsBroken", address.Host, failure.Message),
            _ => Check.Problem("verify", "Doctor.NoConnection", address.Authority, failure.Message),
        };
    }
}
