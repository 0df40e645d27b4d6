using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>The apps that exist without any configuration. The Server's demo bot and the samples hold the same values.</summary>
public static class SampleApps
{
    /// <summary>演示助手: answered by the Server's demo bot.</summary>
    public static WeComApp Demo { get; } = new()
    {
        Name = "demo",
        DisplayName = "演示助手",
        CorpId = SampleWorld.Corp.CorpId,
        AgentId = 1000002,
        Secret = "xOdCg69mJHMome5rNrbh2OM62y9igO8nXcRdqLIHhBK",
        Callback = new(
            "http://127.0.0.1:5080/callback/demo",
            "Bmh7rztkKtemv2t1jObb",
            "0SHmvjSwdsHPNacQo7f627GkbiRyq8eIDRSo9iKbJ7c"),
        StartCommand = "dotnet run --project apps/Server",
    };

    /// <summary>回声: answered by samples/01-echo.cs.</summary>
    public static WeComApp Echo { get; } = new()
    {
        Name = "echo",
        DisplayName = "回声",
        CorpId = SampleWorld.Corp.CorpId,
        AgentId = 1000003,
        Secret = "J2Eb7nXaqTY87Nth8gzganbnsI7hQzrBpsuuq9ea4yD",
        Callback = new(
            "http://127.0.0.1:5081/wecom",
            "UTKpSif2QDjOW3a6NXdP",
            "M8UEcklwjz3YgPOrco9VfYwakt2822ImitcYoiL23Q5"),
        StartCommand = "dotnet run samples/01-echo.cs",
    };

    /// <summary>提 bug 助手: answered by the Server's bug desk.</summary>
    public static WeComApp IssueDesk { get; } = new()
    {
        Name = "issuedesk",
        DisplayName = "提 bug 助手",
        CorpId = SampleWorld.Corp.CorpId,
        AgentId = 1000004,
        Secret = "7u6VQvdibkf4jZBh5ZyHVrg3E5Qu31Tskv4aGY9kUv6",
        Callback = new(
            "http://127.0.0.1:5080/callback/issuedesk",
            "S3LuY0VXNqdn3KxSonsC",
            "foIP3srUU9IjpIa03IwCjhEKKgxJzPfqeLxD4Unx29s"),
        StartCommand = "dotnet run --project apps/Server",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WeComApp> All { get; } = [Demo, Echo, IssueDesk];
}
