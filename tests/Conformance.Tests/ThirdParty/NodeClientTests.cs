using System.Text.Json.Nodes;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Conformance.Tests.ThirdParty;

/// <summary>
/// A client library that others wrote, in another language, against the platform: <c>wechat-enterprise-api</c> from npm. It is told another
/// base address and nothing else. (Its urllib is held at 2.x in package.json: later ones ignore the callbacks that the library passes.)
/// </summary>
public sealed class NodeClientTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>
{
    private static readonly NodeProgram Program = new("node");

    [Fact]
    public async Task Library_OfAnotherLanguage_WorksByItsBaseAddressAlone()
    {
        await Program.InstallAsync();

        var (exitCode, output) = await Program.RunAsync(
            "node", "talk.js", platform.Address.AbsoluteUri.TrimEnd('/'), SampleApps.Demo.CorpId, SampleApps.Demo.Secret, $"{SampleApps.Demo.AgentId}");

        Assert.True(exitCode == 0, output);
        var said = JsonNode.Parse(output)!;
        Assert.Equal(
            (true, "李思", 6, "nobody", 0, 0, 60111),
            ((bool)said["hasToken"]!, (string)said["name"]!, (int)said["departments"]!, (string)said["invalidUser"]!, (int)said["fileSent"]!, (int)said["menuSet"]!, (int)said["refusal"]!));

        var conversation = (await platform.ControlAsync(HttpMethod.Get, "/sim/apps/demo/members/lisi/conversation"))!.AsArray();
        Assert.Contains(conversation, message => (string?)message!["content"] == "你好，来自另一个库");
        Assert.Contains(conversation, message => (string?)message!["type"] == "file");
        Assert.Equal("help", (string?)(await platform.ControlAsync(HttpMethod.Get, "/sim/apps/demo/menu"))!["button"]![0]!["key"]);
    }
}
