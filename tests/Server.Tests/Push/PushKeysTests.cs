using Hongyan.Server.Push;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace Hongyan.Server.Tests.Push;

public sealed class PushKeysTests
{
    private const string Good = "c4b1d0f2a9d8e7f65310cc7b";

    [Theory]
    [InlineData("short-but-mixed-9")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("changeme-changeme-changeme")]
    [InlineData("hongyan-demo-push-key")]
    public void Read_WeakKey_IsRefusedWhereStrangersMayCall(string secret)
    {
        var failure = Assert.Throws<HongyanStartupException>(() => Read("Production", ("Push:Keys:alerts", secret)));

        Assert.StartsWith("HY1022: Push:Keys:alerts", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, failure.Message, StringComparison.Ordinal);
        Assert.False(Read("Development", ("Push:Keys:alerts", secret)).IsEmpty);
    }

    [Fact]
    public async Task Run_WeakKeyInProduction_DoesNotStartAndSaysWhy()
    {
        using var data = new DataFolder();
        using var output = new StringWriter();
        using var error = new StringWriter();

        var exitCode = await ServerHost.RunAsync(["--environment=Production", "--urls=http://127.0.0.1:0", data.Argument, "--Push:Keys:alerts=changeme"], output, error);

        Assert.Equal(1, exitCode);
        Assert.StartsWith("HY1022: Push:Keys:alerts", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("c4b1d0f2a9d8e7f65310cc7b\n")]
    public void Read_NoKey_IsRefusedEverywhere(string secret) =>
        Assert.Throws<HongyanStartupException>(() => Read("Development", ("Push:Keys:alerts:Key", secret), ("Push:Keys:alerts:Accounts", "demo")));

    [Fact]
    public void Find_OfSeveral_IsTheOneThatWasShown()
    {
        var keys = Read("Production", ("Push:Keys:one", Good), ("Push:Keys:two:Key", Good + "2"), ("Push:Keys:two:Targets:0", "user:a"), ("Push:Keys:two:Targets:1", "party:*"));

        Assert.Equal("one", keys.Find(Request($"Bearer {Good}"))?.Name);
        Assert.Equal(["user:a", "party:*"], keys.Find(Request($"bearer {Good}2"))?.Targets);
        Assert.Null(keys.Find(Request($"Bearer {Good}3")));
        Assert.Null(keys.Find(Request(Good)));
        Assert.Null(keys.Find(Request("Bearer ")));
        Assert.Null(keys.Find(Request("")));
    }

    [Fact]
    public void PushKey_Printed_HidesItsSecret() => Assert.DoesNotContain(Good, new PushKey("one", Good, [], []).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("user:*", "user:a", null)]
    [InlineData("user:a", "user:a", null)]
    [InlineData("user:a", "user:ab", "user:ab")]
    [InlineData("user:*", "user:@all", "user:@all")]
    [InlineData("user:@all", "user:@all", null)]
    [InlineData("*", "robot:ops", null)]
    [InlineData("party:2", "party:22", "party:22")]
    public void FindForbidden_OneTarget_IsCoveredOrNot(string allowed, string target, string? forbidden) =>
        Assert.Equal(forbidden, new PushKey("one", Good, [], [allowed]).FindForbidden([target]));

    private static HttpRequest Request(string authorization)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Authorization = authorization;
        return context.Request;
    }

    private static PushKeys Read(string environment, params (string Key, string Value)[] values) => PushKeys.Read(
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).Build(), new Environment(environment));

    private sealed class Environment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
