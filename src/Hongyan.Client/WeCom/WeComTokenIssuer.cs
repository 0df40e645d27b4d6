using Hongyan.Calls;

namespace Hongyan.WeCom;

/// <summary>Asks the platform for the access token of one application.</summary>
/// <remarks>
/// https://developer.work.weixin.qq.com/document/path/91039. Asked again within its two hours the platform gives the same token, and
/// it may withdraw a token early.
/// </remarks>
internal sealed class WeComTokenIssuer(PlatformConnection connection, WeComClientOptions options, TimeProvider time)
{
    [Endpoint("GET /cgi-bin/gettoken")]
    public Task<AccessToken> FetchAsync(CancellationToken cancellationToken)
    {
        var request = new PlatformRequest
        {
            Method = HttpMethod.Get,
            Path = $"/cgi-bin/gettoken?corpid={Uri.EscapeDataString(options.CorpId)}",
            Timeout = options.CallTimeout,
            IsRepeatable = true,
        };
        return connection.SendAsync(
            request, new QuerySecret("corpsecret", options.Secret), request.Timeout, (answer, token) => answer.ReadAsync(json => TokenAnswer.Read(json, time), token), cancellationToken);
    }
}
