using Hongyan.WeCom;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hongyan.Client.Tests.Registration;

/// <summary>Robots as <c>AddGroupRobot</c> registers them.</summary>
public sealed class GroupRobotRegistrationTests
{
    private const string Webhook = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static IHost CreateHost(string webhook)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection([new("Robots:notice:WebhookUrl", webhook)]);
        builder.AddGroupRobot("notice", "Robots:notice");
        builder.AddGroupRobot("build", new Uri(Webhook));
        return builder.Build();
    }

    [Fact]
    public void AddGroupRobot_TwoRobots_EachHasAClientThatStays()
    {
        using var host = CreateHost(Webhook);

        var notice = host.Services.GetRequiredKeyedService<GroupRobotClient>("notice");

        // One client keeps the turns of one robot.
        Assert.Same(notice, host.Services.GetRequiredKeyedService<GroupRobotClient>("notice"));
        Assert.NotSame(notice, host.Services.GetRequiredKeyedService<GroupRobotClient>("build"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa")]
    [InlineData("https://qyapi.weixin.qq.com/cgi-bin/webhook/send")]
    public async Task AddGroupRobot_NoWebhook_RefusesToStartWithoutRepeatingIt(string webhook)
    {
        using var host = CreateHost(webhook);

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync(Cancellation));

        Assert.StartsWith("HY1001: Robots:notice:WebhookUrl is missing", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("693a91f6", refused.Message, StringComparison.Ordinal);
    }
}
