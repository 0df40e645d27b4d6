using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hongyan.WeCom;

namespace Hongyan.Testing.Tests.Samples;

/// <summary>A sample that was started as the README says, on a port that the system chose; ended with everything it started.</summary>
internal sealed partial class RunningSample : IAsyncDisposable
{
    /// <summary>The first start of a fresh clone restores and builds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly HttpClient _http;
    private readonly JsonElement _environment;
    private long _lastMessageId;

    private RunningSample(Process process, Uri address, JsonElement environment)
    {
        _process = process;
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address };
        _environment = environment;
    }

    /// <summary>Runs <c>dotnet run samples/{name}.cs</c> until it listens.</summary>
    public static async Task<RunningSample> StartAsync(string name, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", ["run", $"samples/{name}.cs", "--", "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = RepositoryRoot.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the test's own host was told must not reach the sample; and a build server that outlives it would keep its output open.
        foreach (var variable in start.Environment.Keys.Where(key => key.StartsWith("ASPNETCORE_", StringComparison.Ordinal) || key.StartsWith("MSBUILD", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(variable);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        var process = Process.Start(start)!;
        try
        {
            var address = await ReadAddressAsync(process, cancellationToken);
            return new RunningSample(process, address, ReadEnvironment(name));
        }
        catch
        {
            await EndAsync(process);
            throw;
        }
    }

    /// <summary>Sends what a member does to one of the sample's accounts.</summary>
    /// <param name="path">The callback path.</param>
    /// <param name="section">The section of the account's keys, as run.json spells it: <c>WeCom</c> or <c>Accounts__school</c>.</param>
    /// <param name="member">Who.</param>
    /// <param name="action">What.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<string?> AskAsync(string path, string section, string member, MemberAction action, CancellationToken cancellationToken)
    {
        var options = new WeComOptions
        {
            CorpId = Setting("CorpId"),
            Token = Setting("Token"),
            EncodingAESKey = Setting("EncodingAESKey"),
            AgentId = int.Parse(Setting("AgentId"), System.Globalization.CultureInfo.InvariantCulture),
        };
        var document = PlaintextWriter.Write(
            action, new PlaintextHeader(options.CorpId, member, TimeProvider.System.GetUtcNow(), ++_lastMessageId, options.AgentId.Value));
        var answer = await new CallbackClient(_http, path, options, TimeProvider.System).DeliverAsync(document, cancellationToken);
        return answer.IsEmpty ? null : ReplyReader.Read(answer, member, options.CorpId, action.Kind.Shows).Text;

        string Setting(string name) => _environment.GetProperty($"{section}__{name}").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await EndAsync(_process);
    }

    private static async Task<Uri> ReadAddressAsync(Process process, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var output = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            output.AppendLine(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                // A pipe that nobody reads fills up and stops the program.
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new Uri(match.Groups["address"].Value);
            }
        }
        throw new InvalidOperationException($"The sample ended before it listened:\n{output}{await errors}");
    }

    private static JsonElement ReadEnvironment(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(RepositoryRoot.Combine($"samples/{name}.run.json")));
        return json.RootElement.GetProperty("profiles").EnumerateObject().Single().Value.GetProperty("environmentVariables").Clone();
    }

    private static async Task EndAsync(Process process)
    {
        // dotnet run starts the sample as a child of its own, so the tree goes, and only this tree.
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
