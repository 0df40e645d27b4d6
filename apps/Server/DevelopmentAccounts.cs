using Microsoft.Extensions.Configuration.Memory;

namespace Hongyan.Server;

/// <summary>
/// The accounts that Development has before anybody configures one, with the keys of the simulator's own apps <c>demo</c> and <c>issuedesk</c> and its
/// Official Account <c>oa</c> and robot <c>robot</c>, its group robot <c>notice</c>, and a key to push with. They are
/// published with the source, so any other environment refuses them.
/// </summary>
internal static class DevelopmentAccounts
{
    /// <summary>The robot of the simulator's 项目群, which hears of new bugs.</summary>
    private const string NoticeRobot = "5f0c6a1e-93d7-4b52-8e4f-2a7d1c90b6e3";

    private static readonly Dictionary<string, string?> Samples = new()
    {
        ["Accounts:demo:Platform"] = "WeCom",
        ["Accounts:demo:CorpId"] = "ww2075aefc195e57e9",
        ["Accounts:demo:AgentId"] = "1000002",
        ["Accounts:demo:Secret"] = "xOdCg69mJHMome5rNrbh2OM62y9igO8nXcRdqLIHhBK",
        ["Accounts:demo:Token"] = "Bmh7rztkKtemv2t1jObb",
        ["Accounts:demo:EncodingAESKey"] = "0SHmvjSwdsHPNacQo7f627GkbiRyq8eIDRSo9iKbJ7c",
        ["Accounts:issuedesk:Platform"] = "WeCom",
        ["Accounts:issuedesk:CorpId"] = "ww2075aefc195e57e9",
        ["Accounts:issuedesk:AgentId"] = "1000004",
        ["Accounts:issuedesk:Secret"] = "7u6VQvdibkf4jZBh5ZyHVrg3E5Qu31Tskv4aGY9kUv6",
        ["Accounts:issuedesk:Token"] = "S3LuY0VXNqdn3KxSonsC",
        ["Accounts:issuedesk:EncodingAESKey"] = "foIP3srUU9IjpIa03IwCjhEKKgxJzPfqeLxD4Unx29s",
        ["Accounts:oa:Platform"] = "OfficialAccount",
        ["Accounts:oa:AppId"] = "wxb29832ac04b9ee46",
        ["Accounts:oa:Secret"] = "318b54817d0114fdd5b60c6658cb90f0",
        ["Accounts:oa:Token"] = "vwX2BZrcR9UeGUPzUoU2",
        ["Accounts:oa:EncodingAESKey"] = "GrFKd3BaksXkE9Yxjhn2WOljnzzp6XmS3kneeW3T5IJ",
        ["Accounts:oa:Mode"] = "Safe",
        ["Accounts:oa:Verified"] = "true",
        ["Push:Keys:demo"] = "hongyan-demo-push-key",
        ["Accounts:robot:Platform"] = "WeComRobot",
        ["Accounts:robot:RobotId"] = "aibgUSUqBQEZZOjJsdqFfMSKU23",
        ["Accounts:robot:RobotName"] = "鸿雁助手",
        ["Accounts:robot:Token"] = "ShYWlQbEVTClCVT7zZZL",
        ["Accounts:robot:EncodingAESKey"] = "ghPaBbA7Ix0CHNJaBX8rwnSX9LzM4qTwQ8Tyr8d8ucf",
    };

    /// <summary>Puts the accounts below every other source, so that files, environment and command line win.</summary>
    public static void AddTo(ConfigurationManager configuration, string simulatorAddress) =>
        ((IConfigurationBuilder)configuration).Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = Samples.Concat(
            [
                new("Accounts:demo:ApiBaseAddress", simulatorAddress),
                new("Accounts:issuedesk:ApiBaseAddress", simulatorAddress),
                new("Accounts:oa:ApiBaseAddress", simulatorAddress),
                new("Accounts:oa:WebBaseAddress", simulatorAddress),
                new("Robots:notice:WebhookUrl", $"{simulatorAddress}/cgi-bin/webhook/send?key={NoticeRobot}"),
                new("IssueDesk:Group:RobotUrl", $"{simulatorAddress}/cgi-bin/webhook/send?key={NoticeRobot}"),
            ]),
        });
}
