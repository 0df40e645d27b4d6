namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The domain on which an account's pages may sign people in and use the JS-SDK (网页授权域名, JS接口安全域名).</summary>
internal static class WebDomain
{
    /// <summary>Whether a page is the account's. This machine's own pages always are: nobody can prove to own 127.0.0.1.</summary>
    public static bool Covers(Account account, Uri page) =>
        page.IsLoopback || string.Equals(page.IdnHost, account.WebDomain, StringComparison.OrdinalIgnoreCase);
}
