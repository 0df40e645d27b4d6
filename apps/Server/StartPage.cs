using System.Text;

namespace Hongyan.Server;

/// <summary>What a person sees who opens the server's address in a browser: that it runs, and nothing about its accounts.</summary>
internal static class StartPage
{
    private const string Html = """
        <!doctype html>
        <html lang="zh-CN">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>鸿雁</title>
        <link rel="icon" href="data:,">
        <style>
        body { max-width: 38em; margin: 12vh auto; padding: 0 20px; font: 16px/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
        h1 { font-size: 1.5em; }
        a { color: light-dark(#017a38, #5fd39a); }
        [lang=en] { opacity: .8; }
        </style>
        <h1>鸿雁正在运行</h1>
        <p>这里接收平台的回调，地址是 <code>/callback/账号名</code>，运行状况见 <a href="/health/ready">/health/ready</a>。</p>
        {0}<p lang="en">Hongyan is running. This address takes the platform’s callbacks at <code>/callback/{account}</code>; its health is at <a href="/health/ready">/health/ready</a>.</p>
        </html>
        """;

    /// <summary>Only where a newcomer looks for it: who runs a server for others tells them where its console is.</summary>
    private const string ConsoleLink = """
        <p><a href="/console">打开控制台</a> · <a href="/console?lang=en" lang="en">Open the console</a></p>

        """;

    public static void Map(WebApplication app)
    {
        var page = Encoding.UTF8.GetBytes(Html.Replace("{0}", app.Environment.IsDevelopment() ? ConsoleLink : "", StringComparison.Ordinal));
        app.MapGet("/", () => Results.Bytes(page, "text/html; charset=utf-8"));
    }
}
