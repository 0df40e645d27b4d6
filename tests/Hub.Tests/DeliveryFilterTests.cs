using Hongyan.Hub.Tests.Fakes;

namespace Hongyan.Hub.Tests;

/// <summary>Looks at two dead letters in all ways.</summary>
public sealed class DeliveryFilterTests(TwoDeadLetters console) : IClassFixture<TwoDeadLetters>
{
    [Theory]
    [InlineData("?account=school", 2)]
    [InlineData("?account=nobody", 0)]
    [InlineData("?person=lisi", 1)]
    [InlineData("?state=Dead", 2)]
    [InlineData("?state=Done", 0)]
    [InlineData("?state=2", 2)]
    [InlineData("?error=TIMEOUT", 1)]
    [InlineData("?error=100%25", 1)]
    [InlineData("?error=%25", 1)]
    [InlineData("?error=_", 0)]
    [InlineData("?from=2000-01-01T00:00&to=2001-01-01T00:00", 0)]
    [InlineData("?from=2000-01-01T00:00", 2)]
    [InlineData("?from=0001-01-01T00:00&to=9999-12-31T23:59", 2)]
    [InlineData("?before=1", 0)]
    [InlineData("?before=99999999999999999999999", 2)]
    public async Task Inbox_Filtered_ShowsWhatFits(string query, int rows)
    {
        using var client = console.Running.Visit();

        var page = await client.GetAsync("/console/deliveries" + query);

        Assert.Equal(200, page.Status);
        Assert.Equal(rows, page.Html.Split("href=\"/console/deliveries/inbox/").Length - 1);
    }

    [Fact]
    public async Task Filter_OfEnormousLength_IsCutAndNotEchoedWhole()
    {
        using var client = console.Running.Visit();
        var enormous = new string('字', 800);

        foreach (var list in new[] { "", "/outbox", "/dead-letters" })
        {
            var page = await client.GetAsync($"/console/deliveries{list}?person={enormous}");
            Assert.Equal(200, page.Status);
            Assert.DoesNotContain(new string('字', 201), page.Html, StringComparison.Ordinal);
            Assert.Contains(new string('字', 200), page.Html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/console/deliveries/inbox/12345")]
    [InlineData("/console/deliveries/outbox/12345")]
    [InlineData("/console/deliveries/inbox/99999999999999999999999")]
    public async Task Detail_OfNoMessage_IsNotFound(string path)
    {
        using var client = console.Running.Visit();

        Assert.Equal(404, (await client.GetAsync(path)).Status);
    }
}
