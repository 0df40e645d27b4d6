using Hongyan.OfficialAccount;
using Hongyan.Simulator.OfficialAccount;
using static Hongyan.Conformance.Tests.OfficialAccount.AccountPlatform;

namespace Hongyan.Conformance.Tests.OfficialAccount;

public sealed class CustomerServiceAccountsTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private const string Tutor = "tutor1@oa";

    private static readonly byte[] Png = [0x89, .. "PNG\r\n\u001A\n"u8, 1, 2, 3];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private OfficialAccountCustomerServiceAccounts Accounts => platform.Account.CustomerServiceAccounts;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<CustomerServiceAccount> FirstAsync() => await Accounts.ListAsync(Cancellation).FirstAsync(Cancellation);

    [Fact]
    public async Task AddAsync_New_IsListed()
    {
        await Accounts.AddAsync(Tutor, "王老师", Cancellation);

        var added = await FirstAsync();
        Assert.Equal((Tutor, "王老师", 1001, InvitationStatus.None, null), (added.Account, added.Nickname, added.Id, added.Invitation, added.WeChat));
    }

    [Fact]
    public async Task AddAsync_Twice_IsRefusedWith65406()
    {
        await Accounts.AddAsync(Tutor, "王老师", Cancellation);

        await RefusedAsync(65406, () => Accounts.AddAsync(Tutor, "李老师", Cancellation));
    }

    [Theory]
    [InlineData("tutor1")]
    [InlineData("tutor1@another")]
    [InlineData("老师@oa")]
    [InlineData("more_than_ten@oa")]
    public async Task AddAsync_NameThatIsNone_IsRefusedWith65404(string account) => await RefusedAsync(65404, () => Accounts.AddAsync(account, "王老师", Cancellation));

    [Fact]
    public async Task AddAsync_NicknameThatIsTooLong_IsNotSent() =>
        Assert.Equal(16, (await Assert.ThrowsAsync<FieldLimitException>(() => Accounts.AddAsync(Tutor, new string('长', 17), Cancellation))).Limit);

    [Fact]
    public async Task RenameAsync_Known_HasTheOtherName()
    {
        await Accounts.AddAsync(Tutor, "王老师", Cancellation);

        await Accounts.RenameAsync(Tutor, "王主任", Cancellation);

        Assert.Equal("王主任", (await FirstAsync()).Nickname);
    }

    [Fact]
    public async Task RenameAsync_Unknown_IsRefusedWith65401() => await RefusedAsync(65401, () => Accounts.RenameAsync(Tutor, "王主任", Cancellation));

    [Fact]
    public async Task DeleteAsync_Known_IsGone()
    {
        await Accounts.AddAsync(Tutor, "王老师", Cancellation);

        await Accounts.DeleteAsync(Tutor, Cancellation);

        Assert.Equal(0, await Accounts.ListAsync(Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task DeleteAsync_Unknown_IsRefusedWith65401() => await RefusedAsync(65401, () => Accounts.DeleteAsync(Tutor, Cancellation));

    [Fact]
    public async Task InviteAsync_WeChat_WaitsUntilItIsBound()
    {
        await Accounts.AddAsync(Tutor, "王老师", Cancellation);

        await Accounts.InviteAsync(Tutor, "wang-laoshi", Cancellation);

        var invited = await FirstAsync();
        Assert.Equal((InvitationStatus.Waiting, "wang-laoshi", null), (invited.Invitation, invited.InvitedWeChat, invited.WeChat));
        Assert.NotNull(invited.InvitationEndsAt);
        await RefusedAsync(65411, () => Accounts.InviteAsync(Tutor, "li-laoshi", Cancellation));

        await platform.ControlAsync(HttpMethod.Put, $"/sim/official-accounts/oa/servicers/{Tutor}", new { weChat = "wang-laoshi" });

        var bound = await FirstAsync();
        Assert.Equal((InvitationStatus.None, "wang-laoshi"), (bound.Invitation, bound.WeChat));
        await RefusedAsync(65412, () => Accounts.InviteAsync(Tutor, "li-laoshi", Cancellation));
        await Accounts.AddAsync("tutor2@oa", "李老师", Cancellation);
        await RefusedAsync(65407, () => Accounts.InviteAsync("tutor2@oa", "wang-laoshi", Cancellation));
    }

    [Fact]
    public async Task InviteAsync_NobodyAnswersForADay_IsExpired()
    {
        await Accounts.AddAsync(Tutor, "王老师", Cancellation);
        await Accounts.InviteAsync(Tutor, "wang-laoshi", Cancellation);
        await platform.AdvanceAsync(TimeSpan.FromDays(1));

        Assert.Equal(InvitationStatus.Expired, (await platform.ClientOf(SampleAccounts.Oa).CustomerServiceAccounts.ListAsync(Cancellation).FirstAsync(Cancellation)).Invitation);
    }

    [Fact]
    public async Task InviteAsync_NoSuchWeChat_IsRefusedWith65409()
    {
        await Accounts.AddAsync(Tutor, "王老师", Cancellation);

        await RefusedAsync(65409, () => Accounts.InviteAsync(Tutor, "王", Cancellation));
    }

    [Fact]
    public async Task SetPictureAsync_Png_IsShown()
    {
        await Accounts.AddAsync(Tutor, "王老师", Cancellation);
        using var picture = new MemoryStream(Png);

        await Accounts.SetPictureAsync(Tutor, "wang.png", picture, Cancellation);

        Assert.Equal(Png, await platform.Control.GetByteArrayAsync(new Uri((await FirstAsync()).PictureUrl!), Cancellation));
    }

    [Fact]
    public async Task SetPictureAsync_OfNobody_IsRefusedWith65401()
    {
        using var picture = new MemoryStream(Png);

        await RefusedAsync(65401, () => Accounts.SetPictureAsync(Tutor, "wang.png", picture, Cancellation));
    }

    [Fact]
    public async Task SetPictureAsync_NoPicture_IsNotSent()
    {
        using var text = new MemoryStream("not a picture"u8.ToArray());

        await Assert.ThrowsAsync<MediaFormatException>(() => Accounts.SetPictureAsync(Tutor, "wang.png", text, Cancellation));
    }

    [Fact]
    public async Task ListAsync_NoneYet_IsEmpty() => Assert.Equal(0, await Accounts.ListAsync(Cancellation).CountAsync(Cancellation));

    [Fact]
    public async Task ListAsync_Unverified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, async () => await Accounts.ListAsync(Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task ListOnlineAsync_SignedIn_IsListedWithTheSessions()
    {
        await Accounts.AddAsync(Tutor, "王老师", Cancellation);
        Assert.Equal(0, await Accounts.ListOnlineAsync(Cancellation).CountAsync(Cancellation));
        await platform.ControlAsync(HttpMethod.Put, $"/sim/official-accounts/oa/servicers/{Tutor}", new { weChat = "wang-laoshi", isOnline = true });
        await platform.Account.CustomerServiceSessions.CreateAsync(Tutor, Xiaoman, Cancellation);

        Assert.Equal(new OnlineServicer { Account = Tutor, Id = 1001, Sessions = 1 }, await Accounts.ListOnlineAsync(Cancellation).SingleAsync(Cancellation));
    }

    [Fact]
    public async Task ListOnlineAsync_Unverified_IsRefusedWith48001()
    {
        await platform.UnverifyAsync();

        await RefusedAsync(48001, async () => await Accounts.ListOnlineAsync(Cancellation).CountAsync(Cancellation));
    }
}
