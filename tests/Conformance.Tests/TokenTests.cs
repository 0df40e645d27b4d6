using Hongyan.Simulator.WeCom;
using Hongyan.WeCom;

namespace Hongyan.Conformance.Tests;

/// <summary>The client's tokens against a platform that lets them expire and withdraws them.</summary>
public sealed class TokenTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<string> UploadAsync(WeComClient client)
    {
        using var content = new MemoryStream("a table"u8.ToArray());
        return (await client.Media.UploadAsync(MediaType.File, "表.csv", content, Cancellation)).MediaId;
    }

    [Fact]
    public async Task Call_TokenExpired_FetchesAnotherAndSucceeds()
    {
        var client = platform.ClientOf(SampleApps.Demo);
        await UploadAsync(client);
        await platform.AdvanceAsync(TimeSpan.FromHours(3));

        Assert.NotEmpty(await UploadAsync(client));
    }

    [Fact]
    public async Task Call_WrongSecret_IsRefusedWith40001()
    {
        var client = platform.ClientOf(SampleApps.Demo, secret: "not-the-secret");

        var refusal = await Assert.ThrowsAsync<PlatformApiException>(() => UploadAsync(client));

        Assert.Equal((40001, "GET /cgi-bin/gettoken"), (refusal.Code, refusal.Endpoint));
    }
}
