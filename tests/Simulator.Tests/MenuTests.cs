using System.Text;
using System.Text.Json.Nodes;
using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Tests;

public sealed class MenuTests : IAsyncLifetime
{
    private RunningSimulator _simulator = null!;

    public async ValueTask InitializeAsync() => _simulator = await RunningSimulator.StartAsync(bot: null, time: null, "--Simulator:Apps:own:AgentId", "7");

    public ValueTask DisposeAsync() => _simulator.DisposeAsync();

    [Theory]
    [InlineData("demo")]
    [InlineData("echo")]
    public async Task Menu_OfASampleApp_HasEveryTypeOfEntry(string app)
    {
        var menu = await _simulator.GetAsync($"/sim/apps/{app}/menu");

        var entries = menu["button"]!.AsArray().SelectMany(button => button!["sub_button"]?.AsArray() ?? new JsonArray(button.DeepClone())).ToList();
        Assert.Equal(
            [
                "click", "location_select", "pic_photo_or_album", "pic_sysphoto", "pic_weixin", "scancode_push", "scancode_waitmsg", "view",
                "view_miniprogram",
            ],
            entries.Select(entry => (string)entry!["type"]!).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("pagepath", menu.ToJsonString(), StringComparison.Ordinal);
        Assert.All(entries, entry => Assert.NotNull(WeComEvents.Find((string)entry!["type"]!)));
    }

    [Fact]
    public async Task Menu_OfTheSampleApps_KeepsThePlatformsRules()
    {
        var menu = await _simulator.GetAsync("/sim/apps/demo/menu");

        Assert.True(JsonNode.DeepEquals(menu, await _simulator.PutAsync("/sim/apps/own/menu", menu)));
    }

    [Fact]
    public async Task Menu_OfAConfiguredApp_IsEmptyUntilSaved()
    {
        Assert.Empty((await _simulator.GetAsync("/sim/apps/own/menu"))["button"]!.AsArray());

        await PutAsync("own", """{"button":[{"type":"click","name":"成绩","key":"grades"}]}""", 200);

        Assert.Equal("成绩", (string?)(await _simulator.GetAsync("/sim/apps/own/menu"))["button"]![0]!["name"]);
        using var reset = await _simulator.Http.PostAsync(new Uri("/sim/reset", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Empty((await _simulator.GetAsync("/sim/apps/own/menu"))["button"]!.AsArray());
    }

    [Theory]
    [InlineData("""{"name":"","type":"click","key":"k"}""", "button[0].name", 40018)]
    [InlineData("""{"name":"一二三四五六","type":"click","key":"k"}""", "button[0].name", 40018)]
    [InlineData("""{"name":"a","type":"click"}""", "button[0].key", 40019)]
    [InlineData("""{"name":"a","type":"view","url":""}""", "button[0].url", 40020)]
    [InlineData("""{"name":"a","type":"view","url":"javascript:alert(1)"}""", "button[0].url", 40055)]
    [InlineData("""{"name":"a","type":"view_miniprogram"}""", "button[0].pagepath", 40020)]
    [InlineData("""{"name":"a","type":"dance","key":"k"}""", "button[0].type", 40017)]
    [InlineData("""{"name":"a"}""", "button[0].type", 40017)]
    [InlineData("""null""", "button[0]", 40017)]
    [InlineData("""{"name":"a","sub_button":[{"name":"b"}]}""", "button[0].sub_button[0].type", 40024)]
    [InlineData("""{"name":"a","sub_button":[{"name":"b","sub_button":[{"name":"c","type":"click","key":"k"}]}]}""", "button[0].sub_button[0].sub_button", 40024)]
    [InlineData("""{"name":"a","sub_button":[null,null,null,null,null,null]}""", "button[0].sub_button", 40023)]
    [InlineData("""{"name":"a","sub_button":[{"name":"十四个字的菜单名字太长了呀","type":"view","url":"u"}]}""", "button[0].sub_button[0].url", 40054)]
    [InlineData("""{"name":"a","sub_button":[{"name":"十四个字的菜单名字太长了呀呀","type":"click","key":"k"}]}""", "button[0].sub_button[0].name", 40025)]
    public async Task Menu_BrokenRule_NamesTheFieldAndTheOfficialCode(string button, string field, int code)
    {
        var problem = await PutAsync("demo", $$"""{"button":[{{button}}]}""", 422);

        Assert.Equal(field, (string?)problem["field"]);
        Assert.Contains($"{code}", (string?)problem["detail"], StringComparison.Ordinal);
        Assert.DoesNotContain("Menu_", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Menu_FourEntries_IsRefused()
    {
        const string Entry = """{"type":"click","name":"a","key":"k"}""";

        var problem = await PutAsync("demo", $$"""{"button":[{{Entry}},{{Entry}},{{Entry}},{{Entry}}]}""", 422);

        Assert.Equal("button", (string?)problem["field"]);
    }

    private async Task<JsonNode> PutAsync(string app, string body, int status)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _simulator.Http.PutAsync(new Uri($"/sim/apps/{app}/menu", UriKind.Relative), content, TestContext.Current.CancellationToken);
        var answer = await RunningSimulator.ReadAsync(response);
        Assert.True((int)response.StatusCode == status, answer.ToJsonString());
        return answer;
    }
}
