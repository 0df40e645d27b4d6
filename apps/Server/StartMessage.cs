using Hongyan.Hub.SignIn;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Hongyan.Server;

/// <summary>What the terminal shows: where everything is and what to do next.</summary>
internal static class StartMessage
{
    public static string For(WebApplication app, WebApplication? simulator)
    {
        var address = AddressOf(app);
        var lines = new List<string> { "", "鸿雁已启动 (Hongyan is running)", "", $"  服务器 Server     {address}" };
        foreach (var account in ConfiguredAccount.ReadAll(app.Configuration))
            lines.Add($"      账号 {account.Name} 的回调地址 (callback): {address}/callback/{account.Name}");

        lines.Add($"  控制台 Console    {address}/console");
        if (ConsoleSetup.PendingFile(app.Services) is { } file)
        {
            lines.Add($"      还没有管理员：用 {file} 里的一次性链接创建第一个。");
            lines.Add($"      There is no administrator yet: create the first one by the one-time link in {file}.");
        }
        if (simulator is not null)
        {
            lines.Add($"  模拟器 Simulator  {AddressOf(simulator)}");
            lines.Add("      用浏览器打开模拟器，选一位成员，发送“你好”。");
            lines.Add("      Open the simulator in a browser, choose a member and say 你好.");
        }
        lines.AddRange(["", "按 Ctrl+C 停止 (press Ctrl+C to stop)."]);
        return string.Join(Environment.NewLine, lines);
    }

    /// <summary>The address that a browser on this machine can open.</summary>
    public static string AddressOf(WebApplication app)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        return Reachable(address ?? "http://127.0.0.1");
    }

    /// <summary>How somebody on this machine reaches a program that listens on an address, which may mean all of this machine's.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static string Reachable(string address)
    {
        var parsed = BindingAddress.Parse(address);
        var host = parsed.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : parsed.Host;
        return $"{parsed.Scheme}://{host}:{parsed.Port}";
    }
}
