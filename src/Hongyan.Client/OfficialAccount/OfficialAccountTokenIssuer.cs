using Hongyan.Calls;

namespace Hongyan.OfficialAccount;

/// <summary>Asks the platform for the stable access token of one account.</summary>
/// <remarks>
/// https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/getStableAccessToken.html. Asked again, the platform gives the same token
/// until five minutes before its end, so processes that share no store, and whoever uses the older /cgi-bin/token, do not take it from each
/// other. Never forced: that would end everybody's token, and is allowed twenty times a day.
/// </remarks>
internal sealed class OfficialAccountTokenIssuer(PlatformConnection connection, OfficialAccountClientOptions options, TimeProvider time)
{
    [Endpoint("POST /cgi-bin/stable_token")]
    public Task<AccessToken> FetchAsync(CancellationToken cancellationToken)
    {
        var request = new PlatformRequest
        {
            Method = HttpMethod.Post,
            Path = "/cgi-bin/stable_token",
            CreateContent = JsonBody.OfFields(json =>
            {
                json.WriteString("grant_type"u8, "client_credential"u8);
                json.WriteString("appid"u8, options.AppId);
                json.WriteString("secret"u8, options.Secret);
                json.WriteBoolean("force_refresh"u8, false);
            }),
            Timeout = options.CallTimeout,
            IsRepeatable = true,
        };
        return connection.SendAsync(
            request, QuerySecret.InBody(options.Secret), request.Timeout,
            (answer, token) => answer.ReadAsync(json => TokenAnswer.Read(json, time), token), cancellationToken);
    }
}
