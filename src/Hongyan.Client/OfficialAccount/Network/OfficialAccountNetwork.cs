using Hongyan.Calls;

namespace Hongyan.OfficialAccount;

/// <summary>The platform's addresses, for a firewall, and whether it reaches the callback.</summary>
public sealed class OfficialAccountNetwork
{
    private readonly PlatformCalls _calls;

    internal OfficialAccountNetwork(PlatformCalls calls) => _calls = calls;

    /// <summary>Gives the addresses that callbacks come from (获取微信推送服务器IP), some as ranges such as <c>101.226.62.0/24</c>. They change; ask once a day.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Get_the_WeChat_server_IP_address.html</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/getcallbackip")]
    public Task<IReadOnlyList<string>> GetCallbackAddressesAsync(CancellationToken cancellationToken = default) =>
        GetAddressesAsync("/cgi-bin/getcallbackip", cancellationToken);

    /// <summary>Gives the addresses that the API answers at (获取微信API服务器IP). They change; ask once a day.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Get_the_WeChat_server_IP_address.html</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/get_api_domain_ip")]
    public Task<IReadOnlyList<string>> GetApiAddressesAsync(CancellationToken cancellationToken = default) =>
        GetAddressesAsync("/cgi-bin/get_api_domain_ip", cancellationToken);

    /// <summary>Lets the platform look how it reaches the callback that the console names (网络检测).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Network_Detection.html</remarks>
    /// <param name="check">What to look at.</param>
    /// <param name="from">From whose net.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/callback/check")]
    public Task<CallbackCheckResult> CheckCallbackAsync(
        CallbackCheck check = CallbackCheck.All, CheckOperator from = CheckOperator.Default, CancellationToken cancellationToken = default)
    {
        var action = check switch
        {
            CallbackCheck.Dns => "dns",
            CallbackCheck.Ping => "ping",
            _ => "all",
        };
        var checkOperator = from switch
        {
            CheckOperator.ChinaTelecom => "CHINANET",
            CheckOperator.ChinaUnicom => "UNICOM",
            CheckOperator.Tencent => "CAP",
            _ => "DEFAULT",
        };
        return _calls.ReadAsync(
            "/cgi-bin/callback/check", new CallbackCheckWire(action, checkOperator), OfficialAccountNetworkJson.Default.CallbackCheckWire,
            OfficialAccountNetworkJson.Default.CallbackCheckResult, cancellationToken);
    }

    private async Task<IReadOnlyList<string>> GetAddressesAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await _calls.ReadAsync(path, OfficialAccountNetworkJson.Default.AddressListWire, cancellationToken).ConfigureAwait(false);
        return answer.Addresses ?? [];
    }
}
