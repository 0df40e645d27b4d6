using System.Text.Json.Nodes;
using Hongyan.Conformance.Tests.OfficialAccount;
using Hongyan.Simulator.OfficialAccount;

namespace Hongyan.Conformance.Tests.ThirdParty;

/// <summary>
/// A client library of Official Accounts that others wrote, in another language, against the simulator: <c>co-wechat-api</c> from npm. It is told
/// another base address and nothing else.
/// </summary>
public sealed class NodeAccountClientTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>
{
    private static readonly NodeProgram Program = new("node-account");

    [Fact]
    public async Task Library_OfAnotherLanguage_WorksByItsBaseAddressAlone()
    {
        await Program.InstallAsync();
        var template = (await platform.Account.TemplateMessages.ListAsync(TestContext.Current.CancellationToken))[0].Id;
        await platform.ActAsync("messages", new { type = "text", content = "在吗" });

        var (exitCode, output) = await Program.RunAsync(
            "node", "talk.js", platform.Address.AbsoluteUri.TrimEnd('/'), SampleAccounts.Oa.AppId, SampleAccounts.Oa.Secret, AccountPlatform.Xiaoman,
            AccountPlatform.Zhouran, template);

        Assert.True(exitCode == 0, output);
        var said = JsonNode.Parse(output)!;
        Assert.Equal((true, 3, 0, 0, 0), ((bool)said["hasToken"]!, (int)said["followers"]!, (int)said["menuSet"]!, (int)said["tagged"]!, (int)said["textSent"]!));
        Assert.Equal(("开学第一课", 1), ((string)said["videoTitle"]!, (int)said["pictures"]!));
        Assert.Equal((0, 0, 0, 40037), ((int)said["massSent"]!, (int)said["tagSent"]!, (int)said["noticeSent"]!, (int)said["refusal"]!));

        await platform.EndJobsAsync();
        var chat = await platform.ChatAsync(AccountPlatform.Xiaoman);
        Assert.Contains(chat, entry => (string?)entry["content"] == "你好，来自另一个库");
        Assert.Contains(chat, entry => (string?)entry["content"] == "家长会");
        Assert.Contains(chat, entry => (string?)entry["type"] == "mpnews");
        Assert.Contains(chat, entry => (string?)entry["type"] == "template");
        Assert.DoesNotContain(await platform.ChatAsync(AccountPlatform.Zhouran), entry => (string?)entry["content"] == "家长会");
    }
}
