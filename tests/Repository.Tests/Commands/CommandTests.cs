using System.Net;
using System.Text.RegularExpressions;
using Hongyan.Repository.Tests.Documents;

namespace Hongyan.Repository.Tests.Commands;

/// <summary>Every command of the README and of docs/start is really run, with ports that the system chooses.</summary>
public sealed partial class CommandTests
{
    private const string StartServer = "dotnet run --project apps/Server";
    private const string StartEcho = "dotnet run samples/01-echo.cs";
    private const string RunTests = "./test.sh";
    private const string Build = "dotnet build Hongyan.slnx";

    private static readonly string[] Documents = ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "docs/start/README.md", "docs/start/README.en.md"];

    /// <summary>What proves each command.</summary>
    private static readonly Dictionary<string, string> ProvenBy = new(StringComparer.Ordinal)
    {
        [StartServer] = nameof(StartServer_InAFreshTerminal_PrintsBothAddressesAndTheyAnswer),
        [StartEcho] = nameof(StartEcho_BesideTheServer_AnswersASignedCallback),
        [RunTests] = nameof(RunTests_IsWhatRunsThisTest),
        [Build] = nameof(RunTests_IsWhatRunsThisTest),
    };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public void Command_OfEveryDocument_IsProvenByATest()
    {
        var commands = from path in Documents
                       from listing in MarkdownDocument.Get(path).Listings()
                       where listing.Language == "bash"
                       from line in listing.Lines
                       where line.Length > 0 && !line.StartsWith('#') && !ProvenBy.ContainsKey(line)
                       select $"{listing.Place}: nobody runs '{line}'. Add a test that does, and its row in ProvenBy.";

        Problems.AssertNone(commands);
    }

    [Fact]
    public async Task StartServer_InAFreshTerminal_PrintsBothAddressesAndTheyAnswer()
    {
        await using var server = RunServer();
        var addresses = await server.WaitForOutputAsync(AddressesOf, Cancelled);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var simulator = new SimulatorClient(addresses.Simulator);

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(addresses.Server, "/health/live"), Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(addresses.Server, "/health/ready"), Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(addresses.Server, "/callback/nobody"), Cancelled)).StatusCode);

        var page = await http.GetAsync(addresses.Simulator, Cancelled);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("模拟环境", await page.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);

        var member = await simulator.AnyMemberAsync(Cancelled);
        await simulator.SayAsync("demo", member, "你好", Cancelled);
        Assert.Contains(await simulator.ReadConversationAsync("demo", member, Cancelled), text => text != "你好" && text.Contains("你好", StringComparison.Ordinal));
    }

    [Fact]
    public async Task StartEcho_BesideTheServer_AnswersASignedCallback()
    {
        await using var server = RunServer();
        using var simulator = new SimulatorClient((await server.WaitForOutputAsync(AddressesOf, Cancelled)).Simulator);
        await using var echo = RunningProgram.Start(StartEcho, "--urls", "http://127.0.0.1:0");
        var address = await echo.WaitForOutputAsync(output => Listening().Match(output) is { Success: true } match ? new Uri(match.Groups["address"].Value) : null, Cancelled);

        var account = (await simulator.GetAccountsAsync(Cancelled)).EnumerateArray().Single(account => account.GetProperty("name").GetString() == "echo");
        await simulator.SaveCallbackAsync("echo", new Uri(address, "/wecom"), account, Cancelled);
        var member = await simulator.AnyMemberAsync(Cancelled);

        await simulator.SayAsync("echo", member, "ping", Cancelled);
        await simulator.SayAsync("echo", member, "在吗", Cancelled);

        var conversation = await simulator.ReadConversationAsync("echo", member, Cancelled);
        Assert.Contains("pong", conversation);
        Assert.Contains("你说：在吗", conversation);
    }

    [Fact]
    public void RunTests_IsWhatRunsThisTest()
    {
        var script = RepositoryRoot.Combine("test.sh");

        Assert.Contains("dotnet test", File.ReadAllText(script), StringComparison.Ordinal);
        Assert.Contains("--solution Hongyan.slnx", File.ReadAllText(script), StringComparison.Ordinal);
        Assert.EndsWith("exec ./test.sh \"$@\"\n", File.ReadAllText(RepositoryRoot.Combine(".ci/run")), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.True(File.GetUnixFileMode(script).HasFlag(UnixFileMode.UserExecute), "test.sh is not executable.");
    }

    [Fact]
    public void DefaultAddress_InTheDocuments_IsTheOneInTheSource()
    {
        var source = string.Join('\n', Architecture.SourceFile.All.Where(file => file.Path.StartsWith("apps/", StringComparison.Ordinal)).SelectMany(file => file.Lines));
        string[] addresses = ["http://127.0.0.1:5080", "http://127.0.0.1:5090"];

        Assert.All(addresses, address => Assert.Contains($"\"{address}\"", source, StringComparison.Ordinal));
        Assert.All(addresses, address => Assert.Contains(address, MarkdownDocument.Get("README.md").CodeSpans()));
    }

    private static RunningProgram RunServer() =>
        RunningProgram.Start(StartServer, "--urls", "http://127.0.0.1:0", "--Simulator:Urls", "http://127.0.0.1:0", "--DataFolder", Directory.CreateTempSubdirectory("hongyan-").FullName);

    private static Addresses? AddressesOf(string output)
    {
        var server = ServerLine().Match(output);
        var simulator = SimulatorLine().Match(output);
        return server.Success && simulator.Success
            ? new Addresses(new Uri(server.Groups["address"].Value), new Uri(simulator.Groups["address"].Value))
            : null;
    }

    [GeneratedRegex(@"Server\s+(?<address>http://127\.0\.0\.1:[1-9]\d*)\s")]
    private static partial Regex ServerLine();

    [GeneratedRegex(@"Simulator\s+(?<address>http://127\.0\.0\.1:[1-9]\d*)\s")]
    private static partial Regex SimulatorLine();

    [GeneratedRegex(@"Now listening on: (?<address>http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();

    private sealed record Addresses(Uri Server, Uri Simulator);
}
