using Hongyan.Conformance.Tests;
using Hongyan.WeCom;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hongyan.Browser.Tests;

/// <summary>The page of 微信客服: a customer's phone beside a servicer's seat.</summary>
public sealed class CustomerServiceTests(Chromium chromium, SimulatedPlatform platform) : IClassFixture<Chromium>, IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private const string Account = "wkHYSIM000000000000000000000001";
    private const string Customer = "wmHYSIM000000000000000000000001";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(1280, true)]
    [InlineData(375, true)]
    [InlineData(1280, false)]
    public async Task Customer_QueuesIsAcceptedAndAnswered_SeesTheAnswer(int width, bool scripts)
    {
        var page = await OpenAsync(width, scripts);
        await page.Locator("#content").FillAsync("订单什么时候发货？");
        await page.GetByRole(AriaRole.Button, new() { Name = "发送" }).ClickAsync();
        await Expect(page.Locator("#log")).ToContainTextAsync("订单什么时候发货？");
        await Expect(page.Locator("#content")).ToHaveValueAsync("");

        await platform.Client.CustomerService.TransferSessionAsync(Account, Customer, ServiceState.Queued, cancellationToken: Cancellation);
        if (!scripts)
            await page.ReloadAsync();
        await page.Locator("button[name=accept]").ClickAsync();
        await Expect(page.Locator(".conversation .state-servicer")).ToBeVisibleAsync();
        await page.Locator("#answer").FillAsync("今天下午发出。");
        await page.Locator("#answer + button").ClickAsync();

        await Expect(page.Locator("#log")).ToContainTextAsync("今天下午发出。");
        Assert.Equal(ServiceState.Servicer, (await platform.Client.CustomerService.GetSessionAsync(Account, Customer, Cancellation)).State);
        var (inner, outer) = (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await page.EvaluateAsync<int>("window.innerWidth"));
        Assert.True(inner <= outer, $"The page is {inner} px wide in a window of {outer}.");
        Assert.Equal(await page.EvaluateAsync<int>("window.innerHeight"), await page.EvaluateAsync<int>("document.documentElement.scrollHeight"));
    }

    [Fact]
    public async Task Answer_SentByTheApi_AppearsWhileTheCustomerTypes()
    {
        var page = await OpenAsync();
        await page.Locator("#content").FillAsync("在吗");
        await page.Locator("#content").PressAsync("Enter");
        await Expect(page.Locator("#log")).ToContainTextAsync("在吗");
        await page.Locator("#content").FillAsync("还没写完");

        await platform.Client.CustomerService.SendAsync(Account, Customer, new ServiceText { Content = "请问有什么可以帮您？" }, cancellationToken: Cancellation);

        await Expect(page.Locator("#log")).ToContainTextAsync("请问有什么可以帮您？");
        await Expect(page.Locator("#content")).ToHaveValueAsync("还没写完");
        await Expect(page.Locator("#content")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Message_TakenBack_IsMarked()
    {
        var page = await OpenAsync();
        await page.Locator("#content").FillAsync("发错了");
        await page.Locator("#content").PressAsync("Enter");

        await page.GetByRole(AriaRole.Button, new() { Name = "撤回" }).ClickAsync();

        await Expect(page.Locator("#log .bubble")).ToContainTextAsync("（已撤回）");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "撤回" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Customer_New_OpensWithAnEmptyPhone()
    {
        var page = await OpenAsync();

        await page.Locator("#name").FillAsync("韩梅");
        await page.GetByRole(AriaRole.Button, new() { Name = "添加", Exact = true }).ClickAsync();

        await Expect(page.Locator(".conversation-head h1")).ToContainTextAsync("韩梅");
        await Expect(page.Locator(".entry-empty")).ToBeVisibleAsync();
    }

    private Task<IPage> OpenAsync(int width = 1280, bool scripts = true) =>
        chromium.OpenAsync(new Uri(platform.Address, $"/kf/{Account}/{Customer}").ToString(), width, scripts: scripts);
}
