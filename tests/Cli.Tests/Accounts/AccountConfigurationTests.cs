using Hongyan.Cli.Accounts;

namespace Hongyan.Cli.Tests.Accounts;

public sealed class AccountConfigurationTests
{
    [Fact]
    public void Load_Environment_WinsOverNothingAndHasTheServersNames()
    {
        // A name of its own: the environment belongs to the whole process.
        Environment.SetEnvironmentVariable("Accounts__fromenv__Platform", "WeCom");
        Environment.SetEnvironmentVariable("Accounts__fromenv__CorpId", "ww0123456789abcdef");
        Environment.SetEnvironmentVariable("Robots__fromenv__WebhookUrl", "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k1");
        try
        {
            var configuration = AccountConfiguration.Load(file: null);

            Assert.Equal("ww0123456789abcdef", configuration.Find("FromEnv")["CorpId"]);
            Assert.Equal("k1", configuration.Robot("fromenv").Key);
        }
        finally
        {
            foreach (var name in new[] { "Accounts__fromenv__Platform", "Accounts__fromenv__CorpId", "Robots__fromenv__WebhookUrl" })
                Environment.SetEnvironmentVariable(name, null);
        }
    }

    [Theory]
    [InlineData("not allow to access from your ip, hint: [1], from ip: 203.0.113.7, more info at …", "203.0.113.7")]
    [InlineData("invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist", "203.0.113.7")]
    [InlineData("from ip: 2001:db8::1, more info", "2001:db8::1")]
    [InlineData("from ip: beef", null)]
    [InlineData("invalid credential", null)]
    public void AddressIn_WhatThePlatformSays_IsTheAddress(string message, string? address) => Assert.Equal(address, PlatformHints.AddressIn(message));
}
