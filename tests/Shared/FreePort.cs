using System.Net;
using System.Net.Sockets;

namespace Hongyan.Tests;

/// <summary>A port for a program that has to be told its address before it listens.</summary>
internal static class FreePort
{
    // Below those that systems hand out by themselves, so that no connection takes it between this look and the program's start.
    private const int First = 10_000;
    private const int Last = 32_000;

    public static int Next()
    {
        while (true)
        {
            var port = Random.Shared.Next(First, Last);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }
    }
}
