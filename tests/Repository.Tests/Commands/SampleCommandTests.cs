using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Hongyan.Repository.Tests.Commands;

/// <summary>The samples that call the platform, run as a reader would run them, against a simulator of their own.</summary>
public sealed partial class SampleCommandTests(StartedSimulator simulator) : IClassFixture<StartedSimulator>
{
    private readonly Uri _simulator = simulator.Address;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Push_FromTheCommandLine_ReachesTheMemberAndNamesTheOther()
    {
        await using var push = RunningProgram.Start("dotnet run samples/05-push.cs", "zhangsan,nobody", "今晚八点停电", $"--WeCom:ApiBaseAddress={_simulator}");

        var said = await push.WaitForOutputAsync(output => Sent().Match(output) is { Success: true } match ? match.Value : null, Cancelled);

        Assert.EndsWith("没有发到：nobody", said, StringComparison.Ordinal);
        using var client = new SimulatorClient(_simulator);
        Assert.Contains("今晚八点停电", await client.ReadConversationAsync("echo", "zhangsan", Cancelled));
    }

    [Fact]
    public async Task Push_Posted_SendsACardOrSaysWhyNot()
    {
        await using var push = RunningProgram.Start("dotnet run samples/05-push.cs", "--urls", "http://127.0.0.1:0", $"--WeCom:ApiBaseAddress={_simulator}");
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = await ListeningAsync(push) };

        using var sent = await http.PostAsJsonAsync("/notices", new { to = (string[])["lisi", "nobody"], title = "停电通知", text = "今晚八点", url = "https://example.com" }, Cancelled);
        using var tooLong = await http.PostAsJsonAsync("/notices", new { to = (string[])["lisi"], title = new string('长', 129), text = "今晚八点", url = "https://example.com" }, Cancelled);
        using var nobody = await http.PostAsJsonAsync("/notices", new { to = (string[])["nobody"], title = "停电通知", text = "今晚八点", url = "https://example.com" }, Cancelled);

        Assert.Contains("\"notReached\":[\"nobody\"]", await sent.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Contains("TextCardPush.Title", await tooLong.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Contains("81013", await nobody.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        using var client = new SimulatorClient(_simulator);
        Assert.Contains("停电通知", await client.ReadConversationAsync("echo", "lisi", Cancelled));
    }

    [Fact]
    public async Task OAuth_OpenedByAMember_GreetsByName()
    {
        await using var oauth = RunningProgram.Start(
            "dotnet run samples/06-oauth.cs", "--urls", "http://127.0.0.1:0", $"--WeCom:ApiBaseAddress={_simulator}", $"--WeCom:SignInBaseAddress={_simulator}");
        var page = await ListeningAsync(oauth);
        var cookies = new CookieContainer();
        // What the chat page's script remembers of the person in front.
        cookies.Add(_simulator, new Cookie("hongyan-simulator-person", "lisi"));
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, CookieContainer = cookies });

        var greeting = await http.GetStringAsync(page, Cancelled);
        using var forged = await http.GetAsync(new Uri(page, "/signin/back?code=made-up&state=made-up"), Cancelled);

        Assert.Contains("你好，李思！", greeting, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
    }

    [Fact]
    public async Task Ai_AskedInASingleChat_StreamsItsAnswer()
    {
        await using var ai = RunningProgram.Start("dotnet run samples/08-ai.cs", "--urls", "http://127.0.0.1:0");
        using var client = new SimulatorClient(_simulator);
        await client.SaveRobotCallbackAsync("ai", new Uri(await ListeningAsync(ai), "/robot"), Cancelled);

        var turn = await client.SayToRobotAsync("ai", "zhangsan", "今天星期几", Cancelled);

        Assert.Contains(turn, text => text.Contains("你问的是：今天星期几。我是一只鹦鹉", StringComparison.Ordinal));
        Assert.Contains("finished", turn, StringComparer.OrdinalIgnoreCase);
    }

    private static Task<Uri> ListeningAsync(RunningProgram program) =>
        program.WaitForOutputAsync(output => Listening().Match(output) is { Success: true } match ? new Uri(match.Groups["address"].Value) : null, Cancelled);

    [GeneratedRegex("已发送。[^\r\n]*")]
    private static partial Regex Sent();

    [GeneratedRegex(@"Now listening on: (?<address>http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
