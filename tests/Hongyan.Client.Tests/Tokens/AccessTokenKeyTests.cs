namespace Hongyan.Client.Tests.Tokens;

public sealed class AccessTokenKeyTests
{
    [Fact]
    public void ForWeCom_AnySecret_HoldsOnlyItsHash()
    {
        var key = AccessTokenKey.ForWeCom("ww1", 1000002, "secret");

        // echo -n secret | sha256sum
        Assert.Equal("WeCom:ww1:1000002:2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b", key.ToString());
    }

    [Fact]
    public void ForWeCom_NoAgent_HasADash() => Assert.StartsWith("WeCom:ww1:-:", AccessTokenKey.ForWeCom("ww1", null, "s").ToString(), StringComparison.Ordinal);

    [Fact]
    public void Equals_SameApplication_IsTrue() => Assert.Equal(AccessTokenKey.ForWeCom("ww1", 1, "s"), AccessTokenKey.ForWeCom("ww1", 1, "s"));

    [Theory]
    [InlineData("ww2", 1, "s")]
    [InlineData("ww1", 2, "s")]
    [InlineData("ww1", 1, "t")]
    public void Equals_AnotherCorpApplicationOrSecret_IsFalse(string corpId, int agentId, string secret) =>
        Assert.NotEqual(AccessTokenKey.ForWeCom("ww1", 1, "s"), AccessTokenKey.ForWeCom(corpId, agentId, secret));

    [Fact]
    public void ToString_OfAToken_HidesItsValue()
    {
        var token = new AccessToken("very-secret", new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));

        Assert.Equal("access token, usable until 2026-03-01 08:00:00Z", token.ToString());
    }
}
