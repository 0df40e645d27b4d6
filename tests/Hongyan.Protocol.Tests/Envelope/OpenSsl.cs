using System.ComponentModel;
using System.Diagnostics;

namespace Hongyan.Tests.Envelope;

/// <summary>The openssl command line: another reading of the same scheme.</summary>
internal static class OpenSsl
{
    /// <summary>Runs one command with bytes in and bytes out; skips the test where openssl is not installed.</summary>
    public static async Task<byte[]> RunAsync(byte[] input, params string[] arguments)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var process = Start(arguments);
        var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output, cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardInput.BaseStream.WriteAsync(input, cancellationToken);
        process.StandardInput.Close();
        await reading;
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(process.ExitCode == 0, await errors);
        return output.ToArray();
    }

    private static Process Start(string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("openssl", arguments)
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("The openssl command line is not installed.");
            throw new UnreachableException();
        }
    }
}
