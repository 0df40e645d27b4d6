using System.Runtime.CompilerServices;
using Hongyan.Calls;
using Hongyan.Media;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>Those who answer for the account (客服账号): up to 100. Takes a verified account; a test account is refused with 65400.</summary>
public sealed class OfficialAccountCustomerServiceAccounts
{
    private const string Page = "https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html";
    private const int MaxNickname = 16;
    // Ten characters, @, and a WeChat id of thirty.
    private const int MaxAccountBytes = 41;

    private static readonly MediaRule Picture =
        new("Image", "image", 5 * MediaRule.Megabyte, "JPG or PNG", MediaKinds.JpegOrPng) { Platform = "the platform", Page = Page };

    private readonly PlatformCalls _calls;
    private readonly MediaUpload _upload;

    internal OfficialAccountCustomerServiceAccounts(IPlatformCaller caller, PlatformCalls calls, OfficialAccountClientOptions options)
    {
        _calls = calls;
        _upload = new MediaUpload(caller, options.TransferTimeout);
    }

    /// <summary>Adds a servicer (添加客服账号); <see cref="InviteAsync"/> then gives them a WeChat to answer with.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html</remarks>
    /// <param name="account">The whole name: up to ten letters and digits, <c>@</c>, and the account's WeChat id.</param>
    /// <param name="nickname">1 to 16 characters, as followers see it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The name or nickname is empty or too long.</exception>
    /// <exception cref="PlatformApiException">65406: there is one of this name; 65404: the name is none that there can be; 65405: there are 100.</exception>
    [Endpoint("POST /customservice/kfaccount/add")]
    public Task AddAsync(string account, string nickname, CancellationToken cancellationToken = default) =>
        SaveAsync("add", account, nickname, cancellationToken);

    /// <summary>Gives a servicer another nickname (设置客服信息).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html</remarks>
    /// <param name="account">The whole name.</param>
    /// <param name="nickname">1 to 16 characters.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The name or nickname is empty or too long.</exception>
    /// <exception cref="PlatformApiException">65401: there is no such servicer.</exception>
    [Endpoint("POST /customservice/kfaccount/update")]
    public Task RenameAsync(string account, string nickname, CancellationToken cancellationToken = default) =>
        SaveAsync("update", account, nickname, cancellationToken);

    /// <summary>Removes a servicer (删除客服账号).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html</remarks>
    /// <param name="account">The whole name.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">65401: there is no such servicer.</exception>
    [Endpoint("GET /customservice/kfaccount/del")]
    public Task DeleteAsync(string account, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(account);
        return _calls.ChangeAsync(HttpMethod.Get, $"/customservice/kfaccount/del?kf_account={Uri.EscapeDataString(account)}", cancellationToken);
    }

    /// <summary>Invites a WeChat to be the servicer's (邀请绑定客服账号); its owner has a day to agree.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html</remarks>
    /// <param name="account">The whole name.</param>
    /// <param name="weChat">The WeChat id.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">65401: there is no such servicer; 65409: no such WeChat; 65407: it serves the account already; 65411: an invitation waits; 65412: one is bound.</exception>
    [Endpoint("POST /customservice/kfaccount/inviteworker")]
    public Task InviteAsync(string account, string weChat, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(account);
        ArgumentException.ThrowIfNullOrWhiteSpace(weChat);
        return _calls.ChangeAsync(
            "/customservice/kfaccount/inviteworker", new ServicerWire { Account = account, WeChat = weChat },
            OfficialAccountCustomerServiceJson.Default.ServicerWire, cancellationToken);
    }

    /// <summary>Sets a servicer's picture (上传客服头像).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html. JPG or PNG, 640 × 640 pixels are best.</remarks>
    /// <param name="account">The whole name.</param>
    /// <param name="fileName">The name of the file.</param>
    /// <param name="content">Read from its current position to its end; it stays open.</param>
    /// <param name="cancellationToken">Ends the upload.</param>
    /// <exception cref="MediaLimitException">It is larger than 5 MB, or empty.</exception>
    /// <exception cref="MediaFormatException">It is neither JPG nor PNG.</exception>
    /// <exception cref="PlatformApiException">65401: there is no such servicer.</exception>
    [Endpoint("POST /customservice/kfaccount/uploadheadimg")]
    public Task SetPictureAsync(string account, string fileName, Stream content, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(account);
        // The same picture twice is the same picture.
        return _upload.SendAsync(
            $"/customservice/kfaccount/uploadheadimg?kf_account={Uri.EscapeDataString(account)}", Picture, isRepeatable: true, fileName, content,
            _ => true, cancellationToken);
    }

    /// <summary>Lists all servicers (获取客服基本信息).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html. The platform gives it as one answer.</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/customservice/getkflist")]
    public async IAsyncEnumerable<CustomerServiceAccount> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var list = await _calls.ReadAsync("/cgi-bin/customservice/getkflist", OfficialAccountCustomerServiceJson.Default.ServicerListWire, cancellationToken)
            .ConfigureAwait(false);
        foreach (var servicer in list.Servicers ?? [])
            yield return servicer;
    }

    /// <summary>Lists the servicers who have signed in (获取在线客服).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Customer_Service/Customer_Service_Management.html. The platform gives it as one answer.</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/customservice/getonlinekflist")]
    public async IAsyncEnumerable<OnlineServicer> ListOnlineAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var list = await _calls.ReadAsync(
            "/cgi-bin/customservice/getonlinekflist", OfficialAccountCustomerServiceJson.Default.OnlineServicerListWire, cancellationToken).ConfigureAwait(false);
        foreach (var servicer in list.Servicers ?? [])
            yield return servicer;
    }

    private Task SaveAsync(string what, string account, string nickname, CancellationToken cancellationToken)
    {
        var check = new LimitCheck("a customer service account", Page);
        check.Required(nameof(account), account, MaxAccountBytes);
        check.Required(nameof(nickname), nickname);
        check.Characters(nameof(nickname), nickname, MaxNickname);
        return _calls.ChangeAsync(
            $"/customservice/kfaccount/{what}", new ServicerWire { Account = account, Nickname = nickname },
            OfficialAccountCustomerServiceJson.Default.ServicerWire, cancellationToken);
    }
}
