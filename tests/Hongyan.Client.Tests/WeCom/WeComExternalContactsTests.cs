using System.Text.Json.Nodes;
using Hongyan.WeCom;

namespace Hongyan.Client.Tests.WeCom;

/// <summary>What goes out about customers, and what never goes out.</summary>
public sealed class WeComExternalContactsTests : IDisposable
{
    private readonly TestClient _test = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WeComExternalContacts Contacts => _test.Client.ExternalContacts;

    public void Dispose() => _test.Dispose();

    private async Task AssertRefusedAsync(Func<Task> call, string field)
    {
        Assert.Equal(field, (await Assert.ThrowsAsync<FieldLimitException>(call)).Field);
        Assert.Empty(_test.Platform.Calls);
    }

    [Fact]
    public async Task GetAsync_SeveralPages_ReadsThemAll()
    {
        _test.Platform.Answer("""
            {"errcode":0,"errmsg":"ok","external_contact":{"external_userid":"wm1","name":"林晓","type":1,"gender":2},
             "follow_user":[{"userid":"zhangsan","createtime":1700000000,"tags":null,"add_way":999}],"next_cursor":"N+X"}
            """);
        _test.Platform.Answer("""{"errcode":0,"errmsg":"ok","follow_user":[{"userid":"lisi"}]}""");

        var profile = await Contacts.GetAsync("wm1", Cancellation);

        Assert.Equal(["zhangsan", "lisi"], profile.FollowUsers.Select(follow => follow.UserId));
        Assert.Equal(((FollowSource)999, DateTimeOffset.FromUnixTimeSeconds(1700000000)), (profile.FollowUsers[0].Source, profile.FollowUsers[0].CreatedAt));
        Assert.Empty(profile.FollowUsers[0].Tags);
        Assert.Equal("", profile.FollowUsers[1].Remark);
        Assert.Equal(("wm1", "N+X"), (_test.Platform.Calls[1].Query("external_userid"), _test.Platform.Calls[1].Query("cursor")));
    }

    [Fact]
    public async Task SendWelcomeAsync_TextAndPicture_IsWrittenAsThePlatformWantsIt()
    {
        _test.Platform.Answer("""{"errcode":0,"errmsg":"ok"}""");

        await Contacts.SendWelcomeAsync("CODE", new() { Text = "欢迎", Attachments = [new WelcomeImage { MediaId = "m1" }] }, Cancellation);

        var expected = JsonNode.Parse("""{"welcome_code":"CODE","text":{"content":"欢迎"},"attachments":[{"msgtype":"image","image":{"media_id":"m1"}}]}""");
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(_test.Platform.Calls[0].Text)), _test.Platform.Calls[0].Text);
    }

    [Fact]
    public async Task SendWelcomeAsync_NothingOrTooMuch_IsRefused()
    {
        await AssertRefusedAsync(() => Contacts.SendWelcomeAsync("C", new(), Cancellation), "WelcomeMessage.Text, WelcomeMessage.Attachments");
        await AssertRefusedAsync(() => Contacts.SendWelcomeAsync("C", new() { Text = new string('汉', 1334) }, Cancellation), "WelcomeMessage.Text");
        await AssertRefusedAsync(
            () => Contacts.SendWelcomeAsync("C", new() { Attachments = [.. Enumerable.Repeat(new WelcomeFile { MediaId = "m" }, 10)] }, Cancellation),
            "WelcomeMessage.Attachments");
        await AssertRefusedAsync(
            () => Contacts.SendWelcomeAsync("C", new() { Attachments = [new WelcomeImage { MediaId = "m", Url = "https://a" }] }, Cancellation),
            "WelcomeMessage.Attachments[0].MediaId, WelcomeMessage.Attachments[0].Url");
    }

    [Fact]
    public async Task AddContactWayAsync_OneMemberButTwoNamed_IsRefused()
    {
        var way = new ContactWay { Type = ContactWayType.OneMember, Scene = ContactWayScene.QrCode, UserIds = ["zhangsan", "lisi"] };

        await AssertRefusedAsync(() => Contacts.AddContactWayAsync(way, Cancellation), "ContactWay.UserIds");
        await AssertRefusedAsync(
            () => Contacts.AddContactWayAsync(way with { UserIds = ["lisi"], State = new string('a', 31) }, Cancellation), "ContactWay.State");
    }

    [Fact]
    public async Task Notes_TooLong_AreRefused()
    {
        await AssertRefusedAsync(
            () => Contacts.RemarkAsync(new() { UserId = "a", ExternalUserId = "wm1", Remark = new string('汉', 21) }, Cancellation), "ExternalContactRemark.Remark");
        await AssertRefusedAsync(
            () => Contacts.AddTagsAsync(new() { GroupName = "来源", Tags = [new() { Name = "" }] }, Cancellation), "NewCorpTags.Tags[0].Name");
        await AssertRefusedAsync(() => Contacts.AddTagsAsync(new() { Tags = [new() { Name = "甲" }] }, Cancellation), "NewCorpTags.GroupId, NewCorpTags.GroupName");
    }
}
