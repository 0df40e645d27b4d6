namespace Hongyan.Simulator.WeCom;

/// <summary>The domain on which an app's pages may sign people in and use the JS-SDK (可信域名).</summary>
internal static class TrustedDomain
{
    /// <summary>Whether a page is the app's. This machine's own pages always are: nobody can prove to own 127.0.0.1.</summary>
    public static bool Covers(WeComApp app, Uri page) =>
        page.IsLoopback || string.Equals(Of(page), app.Settings.TrustedDomain, StringComparison.OrdinalIgnoreCase);

    /// <summary>A page's domain as the console wants it: host, and port where it is not the usual one.</summary>
    public static string Of(Uri page) => page.IsDefaultPort ? page.IdnHost : $"{page.IdnHost}:{page.Port}";
}
