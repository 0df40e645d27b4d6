using static Hongyan.Conformance.Tests.OfficialAccount.AccountPlatform;

namespace Hongyan.Conformance.Tests.OfficialAccount;

public sealed class CustomerMessagesTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task SendAsync_AfterAMessage_IsShown()
    {
        await platform.ActAsync("messages", new { type = "text", content = "在吗" });

        await platform.Account.CustomerMessages.SendAsync(Xiaoman, "在的", cancellationToken: Cancellation);

        var conversation = (await platform.ControlAsync(HttpMethod.Get, $"/sim/official-accounts/oa/people/{Xiaoman}/conversation"))!.AsArray();
        Assert.Contains(conversation, entry => (string?)entry!["content"] == "在的");
    }

    [Fact]
    public async Task SendAsync_NothingWasSaid_IsRefusedWith45015() =>
        await RefusedAsync(45015, () => platform.Account.CustomerMessages.SendAsync(Xiaoman, "在吗", cancellationToken: Cancellation));

    [Fact]
    public async Task SendAsync_ToTheBlacklist_IsRefusedWith43019()
    {
        await platform.ActAsync("messages", new { type = "text", content = "在吗" });
        await platform.Account.Users.BlockAsync([Xiaoman], Cancellation);

        await RefusedAsync(43019, () => platform.Account.CustomerMessages.SendAsync(Xiaoman, "在的", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task ShowTypingAsync_AfterAMessage_IsShownOnce()
    {
        await platform.ActAsync("messages", new { type = "text", content = "在吗" });

        await platform.Account.CustomerMessages.ShowTypingAsync(Xiaoman, Cancellation);

        await RefusedAsync(45081, () => platform.Account.CustomerMessages.ShowTypingAsync(Xiaoman, Cancellation));
    }

    [Fact]
    public async Task ShowTypingAsync_NothingWasSaid_IsRefusedWith45080() =>
        await RefusedAsync(45080, () => platform.Account.CustomerMessages.ShowTypingAsync(Xiaoman, Cancellation));

    [Fact]
    public async Task HideTypingAsync_WhileShown_CanBeShownAgain()
    {
        await platform.ActAsync("messages", new { type = "text", content = "在吗" });
        await platform.Account.CustomerMessages.ShowTypingAsync(Xiaoman, Cancellation);

        await platform.Account.CustomerMessages.HideTypingAsync(Xiaoman, Cancellation);

        await platform.Account.CustomerMessages.ShowTypingAsync(Xiaoman, Cancellation);
    }

    [Fact]
    public async Task HideTypingAsync_ToNobody_IsRefusedWith40003() =>
        await RefusedAsync(40003, () => platform.Account.CustomerMessages.HideTypingAsync(Nobody, Cancellation));
}
