using Hongyan.WeCom;
using SampleApps = Hongyan.Simulator.WeCom.SampleApps;

namespace Hongyan.Conformance.Tests;

/// <summary>Groups that an application makes.</summary>
public sealed class AppChatsTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WeComAppChats AppChats => platform.Client.AppChats;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<int> CodeOfAsync(Task call) => (await Assert.ThrowsAsync<PlatformApiException>(() => call)).Code;

    private Task<string> CreateAsync(string? chatId = "project7") => AppChats.CreateAsync(
        new NewAppChat { Name = "项目七", OwnerId = "zhangsan", MemberIds = ["zhangsan", "lisi"], ChatId = chatId }, Cancellation);

    [Fact]
    public async Task CreateAsync_NewGroup_CanBeRead()
    {
        Assert.Equal("project7", await CreateAsync());

        var chat = await AppChats.GetAsync("project7", Cancellation);

        Assert.Equal(("project7", "项目七", "zhangsan"), (chat.ChatId, chat.Name, chat.OwnerId));
        Assert.Equal(["zhangsan", "lisi"], chat.MemberIds);
    }

    [Fact]
    public async Task CreateAsync_WithoutAnId_ThePlatformChooses() => Assert.NotEmpty(await CreateAsync(chatId: null));

    [Fact]
    public async Task CreateAsync_IdIsTaken_IsRefusedWith86215()
    {
        await CreateAsync();

        Assert.Equal(86215, await CodeOfAsync(CreateAsync()));
    }

    [Fact]
    public async Task CreateAsync_OwnerIsNoMember_IsRefusedWith86207() => Assert.Equal(86207, await CodeOfAsync(
        AppChats.CreateAsync(new NewAppChat { OwnerId = "chenjing", MemberIds = ["zhangsan", "lisi"] }, Cancellation)));

    [Fact]
    public async Task UpdateAsync_NameOwnerAndMembers_Change()
    {
        await CreateAsync();

        await AppChats.UpdateAsync(
            "project7", new AppChatChange { Name = "新名", OwnerId = "wangwei", AddedMemberIds = ["wangwei"], RemovedMemberIds = ["zhangsan"] }, Cancellation);

        var chat = await AppChats.GetAsync("project7", Cancellation);
        Assert.Equal(("新名", "wangwei"), (chat.Name, chat.OwnerId));
        Assert.Equal(["lisi", "wangwei"], chat.MemberIds);
    }

    [Fact]
    public async Task UpdateAsync_UnknownGroup_IsRefusedWith86003() =>
        Assert.Equal(86003, await CodeOfAsync(AppChats.UpdateAsync("nothing", new AppChatChange { Name = "x" }, Cancellation)));

    [Fact]
    public async Task GetAsync_UnknownGroup_IsRefusedWith86003() => Assert.Equal(86003, await CodeOfAsync(AppChats.GetAsync("nothing", Cancellation)));

    [Fact]
    public async Task SendAsync_TextWithMentions_ArrivesInTheGroup()
    {
        await CreateAsync();

        await AppChats.SendAsync("project7", new TextPush("开会") { Mentions = ["lisi"] }, cancellationToken: Cancellation);

        var last = (await platform.ControlAsync(HttpMethod.Get, "/sim/groups/project7/conversation"))!.AsArray()[^1]!;
        Assert.Equal(("demo", "开会"), ((string)last["app"]!, (string)last["content"]!));
        Assert.Equal("lisi", (string)last["details"]!["mentioned"]!.AsArray()[0]!);
    }

    [Fact]
    public async Task SendAsync_GroupOfAnotherApp_IsRefusedWith86008()
    {
        await CreateAsync();

        Assert.Equal(86008, await CodeOfAsync(
            platform.ClientOf(SampleApps.Echo).AppChats.SendAsync("project7", "hi", cancellationToken: Cancellation)));
    }
}
