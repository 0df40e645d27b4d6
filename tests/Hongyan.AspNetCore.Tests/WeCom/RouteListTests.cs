using System.Net;
using Hongyan.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Hosting;

namespace Hongyan.AspNetCore.Tests.WeCom;

public sealed class RouteListTests
{
    [Fact]
    public async Task Get_RoutesInDevelopment_ListsThem()
    {
        await using var host = await CallbackHost.StartAsync(bot => bot.OnText("天气 {city}", (string city) => city));

        Assert.Equal("1. text 天气 {city}", await host.Client.GetStringAsync(new Uri("/wecom/routes", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Get_RoutesInProduction_IsNoAddress()
    {
        var builder = CallbackHost.NewBuilder("Production",
            new("WeCom:CorpId", OfficialVector.CorpId), new("WeCom:Token", "q7RkWz2mXv9TbLc4"), new("WeCom:EncodingAESKey", "Zk3vQ9pLw7XrT2mNs8YbF4hJc6DgR1aUe5KiOx0VtCn"));
        builder.WebHost.UseTestServer();
        builder.AddWeCom();
        await using var app = builder.Build();
        app.MapWeCom("/wecom").OnText("天气 {city}", (string city) => city);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = app.GetTestClient();

        using var response = await client.GetAsync(new Uri("/wecom/routes", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
