using System.Text;

namespace Hongyan.Server;

/// <summary>What a person sees who opens the server's address in a browser: that it runs, and nothing about its accounts.</summary>
internal static class StartPage
{
    private static readonly byte[] Html = Encoding.UTF8.GetBytes("""
        <!doctype html>
        <html lang="zh-CN">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>鸿雁</title>
        <h1>鸿雁正在运行</h1>
        <p>这里接收平台的回调，没有页面。回调地址是 <code>/callback/账号名</code>，运行状况见 <a href="/health/ready">/health/ready</a>。</p>
        <p lang="en">Hongyan is running. This address takes the platform’s callbacks at <code>/callback/{account}</code>; its health is at <a href="/health/ready">/health/ready</a>.</p>
        </html>
        """);

    public static void Map(WebApplication app) => app.MapGet("/", () => Results.Bytes(Html, "text/html; charset=utf-8"));
}
