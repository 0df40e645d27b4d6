using Microsoft.Extensions.Configuration.Memory;

namespace Hongyan.Server;

/// <summary>
/// The account that Development has before anybody configures one, with the keys of the simulator's own app <c>demo</c>. They are
/// published with the source, so any other environment refuses them.
/// </summary>
internal static class DevelopmentAccounts
{
    private static readonly Dictionary<string, string?> Demo = new()
    {
        ["Accounts:demo:Platform"] = "WeCom",
        ["Accounts:demo:CorpId"] = "ww2075aefc195e57e9",
        ["Accounts:demo:AgentId"] = "1000002",
        ["Accounts:demo:Secret"] = "xOdCg69mJHMome5rNrbh2OM62y9igO8nXcRdqLIHhBK",
        ["Accounts:demo:Token"] = "Bmh7rztkKtemv2t1jObb",
        ["Accounts:demo:EncodingAESKey"] = "0SHmvjSwdsHPNacQo7f627GkbiRyq8eIDRSo9iKbJ7c",
    };

    /// <summary>Puts the account below every other source, so that files, environment and command line win.</summary>
    public static void AddTo(ConfigurationManager configuration, string simulatorAddress) =>
        ((IConfigurationBuilder)configuration).Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = Demo.Append(new("Accounts:demo:ApiBaseAddress", simulatorAddress)),
        });
}
