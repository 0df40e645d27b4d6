using System.ComponentModel;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Hongyan.Protocol;
using Hongyan.Tests.Envelope;

namespace Hongyan.Tests.Documents;

public sealed partial class VerifyPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "docs", "verify.md"));

    public static TheoryData<CallbackError> Errors => [.. Enum.GetValues<CallbackError>().Where(error => error != CallbackError.None)];

    [Theory]
    [MemberData(nameof(Errors))]
    public void Page_EveryError_HasARow(CallbackError error) => Assert.Contains($"| {(int)error} |", Page, StringComparison.Ordinal);

    [Fact]
    public async Task Commands_RunAsTheyStand_GiveWhatThePageSays()
    {
        var output = await RunAsync(string.Concat(BashListing().Matches(Page).Select(listing => listing.Groups[1].Value)));

        Assert.Contains(Vectors.Synthetic.EchoSignature, output, StringComparison.Ordinal);
        // od sets one character to a column; without the white space the message can be read.
        Assert.Contains($"{Vectors.Synthetic.EchoMessage}{Vectors.Synthetic.CorpId}", OdColumns().Replace(output, ""), StringComparison.Ordinal);
    }

    private static async Task<string> RunAsync(string script)
    {
        await OpenSsl.RunAsync([], "version");
        var cancellationToken = TestContext.Current.CancellationToken;
        using var bash = StartBash();
        var output = bash.StandardOutput.ReadToEndAsync(cancellationToken);
        await bash.StandardInput.WriteAsync(script.AsMemory(), cancellationToken);
        bash.StandardInput.Close();
        await bash.WaitForExitAsync(cancellationToken);
        Assert.Equal(0, bash.ExitCode);
        return await output;
    }

    private static Process StartBash()
    {
        try
        {
            return Process.Start(new ProcessStartInfo("bash") { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("bash is not installed.");
            throw new UnreachableException();
        }
    }

    [GeneratedRegex("```bash\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex BashListing();

    [GeneratedRegex(@"\n[0-7]{7}|\s")]
    private static partial Regex OdColumns();
}
