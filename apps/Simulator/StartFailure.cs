using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace Hongyan.Simulator;

/// <summary>Turns what keeps a host from starting into sentences for the person who started it.</summary>
public static class StartFailure
{
    /// <summary>Explains a failure to listen, Chinese first; null when <paramref name="exception"/> is something else.</summary>
    /// <param name="exception">What <c>StartAsync</c> threw.</param>
    /// <param name="addresses">The addresses that were to be listened on.</param>
    /// <param name="howToChange">What to write to get another address, for example <c>--urls http://127.0.0.1:5091</c>.</param>
    public static string? Explain(Exception exception, IEnumerable<string> addresses, string howToChange)
    {
        // Kestrel names the address in its message and nowhere else.
        var all = addresses.ToList();
        var named = all.FirstOrDefault(address => exception.Message.Contains(address.TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
            ?? string.Join(", ", all);

        return Innermost(exception) switch
        {
            AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } =>
                $"HY1010 {named} 已被占用：请关掉占用它的程序，或换一个地址：{howToChange}\n"
                + $"HY1010 {named} is in use: stop the program that holds it, or choose another address: {howToChange}",
            SocketException { SocketErrorCode: SocketError.AccessDenied } =>
                $"HY1010 没有权限监听 {named}（1024 以下的端口需要特权）：请换一个地址：{howToChange}\n"
                + $"HY1010 Not allowed to listen on {named} (ports below 1024 are privileged): choose another address: {howToChange}",
            SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
                $"HY1010 本机没有 {named} 这个地址：请换一个：{howToChange}\n"
                + $"HY1010 {named} is not an address of this machine: choose another one: {howToChange}",
            InvalidOperationException https when https.Message.Contains("HTTPS", StringComparison.Ordinal) =>
                $"HY1010 {named} 要有证书：请用 http，由前面的反向代理做 HTTPS；或者配置 Kestrel:Certificates:Default：{howToChange}\n"
                + $"HY1010 {named} takes a certificate: use http behind a proxy that does HTTPS, or configure Kestrel:Certificates:Default: {howToChange}",
            FormatException or ArgumentOutOfRangeException { ParamName: "port" } =>
                $"HY1010 {named} 不是可用的地址：请换一个：{howToChange}\n"
                + $"HY1010 {named} is not an address to listen on: choose another one: {howToChange}",
            _ => null,
        };
    }

    private static Exception Innermost(Exception exception)
    {
        while (exception is not AddressInUseException && exception.InnerException is { } inner)
            exception = inner;
        return exception;
    }
}
