using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Hongyan.Simulator;

/// <summary>The lines on the console that say where the page is and what to do there.</summary>
internal static class Greeting
{
    public static void Print(WebApplication app)
    {
        // The bound addresses, not the configured ones: with port 0 only these are known to work.
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
            .Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal).Replace("[::]", "127.0.0.1", StringComparison.Ordinal);
        var demo = app.Services.GetRequiredService<SimulatedWorld>().Apps[0];
        Console.WriteLine($"""
            鸿雁模拟器（模拟环境） · Hongyan simulator (not the real WeCom)

              {address}
              打开它，在左边选一位成员，输入「你好」。消息会发到 {demo.Callback.CallbackUrl}
              Open it, choose a member, type a message. It goes to {demo.Callback.CallbackUrl}

              接口 · API: {address}/sim/openapi.json    停止 · Stop: Ctrl+C
            """);
    }
}
