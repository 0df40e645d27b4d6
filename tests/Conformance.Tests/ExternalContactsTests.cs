using System.Text.Json.Nodes;
using Hongyan.Simulator.WeCom;
using Hongyan.WeCom;
using Microsoft.Extensions.DependencyInjection;
using ApiContactWay = Hongyan.WeCom.ContactWay;

namespace Hongyan.Conformance.Tests;

/// <summary>Customers: read, noted, tagged, greeted.</summary>
public sealed class ExternalContactsTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private const string Known = "wmHYSIM000000000000000000000001";
    private const string Stranger = "wmHYSIM000000000000000000000002";
    private const string Nobody = "wmNOBODY";
    private const string Tag = "etHYSIM00000000000000000000000b";

    private static readonly string[] NothingButTheApplication = ["application"];
    private static readonly string[] OneColleague = ["lisi"];
    private static readonly string[] OneCustomer = [Known];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WeComExternalContacts Contacts => platform.Client.ExternalContacts;

    private WelcomeCodes Codes => platform.Services.GetRequiredService<WelcomeCodes>();

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<int> CodeOfAsync(Task call) => (await Assert.ThrowsAsync<PlatformApiException>(() => call)).Code;

    private Task<JsonNode?> MeetAsync(string externalUserId, string userId, string state = "") =>
        platform.ControlAsync(HttpMethod.Post, $"/sim/customers/{externalUserId}/members/{userId}", new { state });

    private static ApiContactWay WayTo(params string[] userIds) => new()
    {
        Type = userIds.Length == 1 ? ContactWayType.OneMember : ContactWayType.AnyOfSeveral,
        Scene = ContactWayScene.QrCode,
        State = "poster-a",
        UserIds = userIds,
    };

    [Fact]
    public async Task EveryMethod_AppWithoutPermission_IsRefusedWith48002()
    {
        await platform.ControlAsync(HttpMethod.Put, "/sim/apps/demo/permissions", new { modules = NothingButTheApplication });

        Assert.Equal(48002, await CodeOfAsync(Contacts.ListFollowUsersAsync(Cancellation)));
        Assert.Equal(48002, await CodeOfAsync(Contacts.ListTagsAsync(cancellationToken: Cancellation)));
        Assert.Equal(48002, await CodeOfAsync(Contacts.ListUnassignedAsync(Cancellation).ToListAsync(Cancellation).AsTask()));
        Assert.Equal(48002, await CodeOfAsync(Contacts.ListContactWaysAsync(cancellationToken: Cancellation).ToListAsync(Cancellation).AsTask()));
        Assert.Equal(48002, await CodeOfAsync(Contacts.ListGroupChatsAsync(cancellationToken: Cancellation).ToListAsync(Cancellation).AsTask()));
    }

    [Fact]
    public async Task ListFollowUsersAsync_WholeCompanyInScope_NamesEverybody() =>
        Assert.Contains("zhaomin", await Contacts.ListFollowUsersAsync(Cancellation));

    [Fact]
    public async Task ListIdsAsync_MemberWithCustomers_ListsThem()
    {
        Assert.Equal([Known], await Contacts.ListIdsAsync("zhaomin", Cancellation));
        // 84061, which means the same as an empty list.
        Assert.Empty(await Contacts.ListIdsAsync("lisi", Cancellation));
        Assert.Equal(40003, await CodeOfAsync(Contacts.ListIdsAsync("nobody", Cancellation)));
    }

    [Fact]
    public async Task GetAsync_Known_TellsWhoHasTheCustomer()
    {
        await MeetAsync(Known, "lisi", "poster-a");

        var profile = await Contacts.GetAsync(Known, Cancellation);

        Assert.Equal(("林晓", UserGender.Female, ExternalContactType.WeChat), (profile.Contact.Name, profile.Contact.Gender, profile.Contact.Type));
        Assert.Equal(["zhaomin", "lisi"], profile.FollowUsers.Select(follow => follow.UserId));
        Assert.Equal(("客户等级", "重点"), (profile.FollowUsers[0].Tags[0].GroupName, profile.FollowUsers[0].Tags[0].Name));
        Assert.Equal("poster-a", profile.FollowUsers[1].State);
        Assert.Equal(40096, await CodeOfAsync(Contacts.GetAsync(Nobody, Cancellation)));
        Assert.Equal(84061, await CodeOfAsync(Contacts.GetAsync(Stranger, Cancellation)));
    }

    [Fact]
    public async Task ListByUsersAsync_MoreThanAPage_ReadsThemAll()
    {
        for (var i = 0; i < 120; i++)
        {
            var added = await platform.ControlAsync(HttpMethod.Post, "/sim/customers", new { name = $"客户{i}" });
            platform.Services.GetRequiredService<CustomerBook>()
                .TryAdd(new CustomerFollow { UserId = "lisi", ExternalUserId = (string)added!["externalUserId"]!, CreatedAt = DateTimeOffset.UnixEpoch });
        }

        var contacts = await Contacts.ListByUsersAsync(["zhaomin", "lisi"], Cancellation).ToListAsync(Cancellation);

        Assert.Equal(121, contacts.Select(each => each.Contact.ExternalUserId).Distinct().Count());
        Assert.Single(contacts[0].FollowUser.TagIds);
        Assert.Equal(84061, await CodeOfAsync(Contacts.ListByUsersAsync(["wangwei"], Cancellation).ToListAsync(Cancellation).AsTask()));
    }

    [Fact]
    public async Task RemarkAsync_SomeFields_LeavesTheOthers()
    {
        await Contacts.RemarkAsync(new() { UserId = "zhaomin", ExternalUserId = Known, Description = "想报暑假班", Mobiles = ["13800000000"] }, Cancellation);

        var follow = (await Contacts.GetAsync(Known, Cancellation)).FollowUsers[0];
        Assert.Equal(("林晓（一年级家长）", "想报暑假班"), (follow.Remark, follow.Description));
        Assert.Equal(["13800000000"], follow.RemarkMobiles);
        Assert.Equal(84061, await CodeOfAsync(Contacts.RemarkAsync(new() { UserId = "lisi", ExternalUserId = Known, Remark = "林" }, Cancellation)));
    }

    [Fact]
    public async Task Tags_AddedRenamedDeleted_AreListedAsTheyAre()
    {
        var group = await Contacts.AddTagsAsync(new() { GroupName = "来源", Tags = [new() { Name = "海报" }, new() { Name = "朋友", Order = 9 }] }, Cancellation);
        await Contacts.UpdateTagAsync(new() { Id = group.Tags[0].Id, Name = "线下海报" }, Cancellation);
        await Contacts.DeleteTagsAsync(tagIds: [group.Tags[1].Id], cancellationToken: Cancellation);

        var listed = Assert.Single(await Contacts.ListTagsAsync(groupIds: [group.Id], cancellationToken: Cancellation));

        Assert.Equal(("来源", "线下海报"), (listed.Name, Assert.Single(listed.Tags).Name));
        Assert.Equal(40071, await CodeOfAsync(Contacts.AddTagsAsync(new() { GroupId = group.Id, Tags = [new() { Name = "线下海报" }] }, Cancellation)));
        Assert.Equal(40068, await CodeOfAsync(Contacts.UpdateTagAsync(new() { Id = "et-none", Name = "甲" }, Cancellation)));
        Assert.Equal(40068, await CodeOfAsync(Contacts.DeleteTagsAsync(tagIds: ["et-none"], cancellationToken: Cancellation)));
    }

    [Fact]
    public async Task MarkTagsAsync_OwnCustomer_ChangesTheTags()
    {
        var before = (await Contacts.GetAsync(Known, Cancellation)).FollowUsers[0].Tags[0];

        await Contacts.MarkTagsAsync("zhaomin", Known, added: [Tag], removed: [before.Id!], cancellationToken: Cancellation);

        Assert.Equal(["一般"], (await Contacts.GetAsync(Known, Cancellation)).FollowUsers[0].Tags.Select(tag => tag.Name));
        Assert.Equal(84061, await CodeOfAsync(Contacts.MarkTagsAsync("lisi", Known, added: [Tag], cancellationToken: Cancellation)));
        Assert.Equal(40068, await CodeOfAsync(Contacts.MarkTagsAsync("zhaomin", Known, added: ["et-none"], cancellationToken: Cancellation)));
    }

    [Fact]
    public async Task ContactWays_MadeChangedDeleted_AreAsTheyAre()
    {
        var made = await Contacts.AddContactWayAsync(WayTo("zhaomin"), Cancellation);
        Assert.NotNull(made.QrCodeUrl);
        await Contacts.UpdateContactWayAsync(made.ConfigId, WayTo("zhaomin") with { State = "poster-b", SkipVerification = false }, Cancellation);

        var got = await Contacts.GetContactWayAsync(made.ConfigId, Cancellation);
        Assert.Equal(("poster-b", false, ContactWayType.OneMember), (got.Way.State, got.Way.SkipVerification, got.Way.Type));
        Assert.Equal([made.ConfigId], await Contacts.ListContactWaysAsync(cancellationToken: Cancellation).ToListAsync(Cancellation));

        await Contacts.DeleteContactWayAsync(made.ConfigId, Cancellation);
        Assert.Empty(await Contacts.ListContactWaysAsync(cancellationToken: Cancellation).ToListAsync(Cancellation));
        Assert.Equal(40058, await CodeOfAsync(Contacts.GetContactWayAsync(made.ConfigId, Cancellation)));
        Assert.Equal(40058, await CodeOfAsync(Contacts.UpdateContactWayAsync(made.ConfigId, WayTo("zhaomin"), Cancellation)));
        Assert.Equal(40058, await CodeOfAsync(Contacts.DeleteContactWayAsync(made.ConfigId, Cancellation)));
        Assert.Equal(40003, await CodeOfAsync(Contacts.AddContactWayAsync(WayTo("nobody"), Cancellation)));
    }

    [Fact]
    public async Task SendWelcomeAsync_InTime_GreetsOnce()
    {
        await MeetAsync(Stranger, "lisi");
        var code = Codes.Issue("lisi", Stranger);
        var message = new WelcomeMessage { Text = "欢迎！", Attachments = [new WelcomeLink { Title = "课程表", Url = "https://example.com" }] };

        await Contacts.SendWelcomeAsync(code, message, Cancellation);

        var customers = (await platform.ControlAsync(HttpMethod.Get, "/sim/customers"))!.AsArray();
        var welcome = customers.Single(each => (string)each!["externalUserId"]! == Stranger)!["members"]![0]!["welcome"]!;
        Assert.Equal(("欢迎！", "link"), ((string?)welcome["text"], (string?)welcome["attachments"]![0]!["msgtype"]));
        Assert.Equal(41051, await CodeOfAsync(Contacts.SendWelcomeAsync(code, message, Cancellation)));
    }

    [Fact]
    public async Task SendWelcomeAsync_After20Seconds_IsRefusedWith41050()
    {
        var code = Codes.Issue("zhaomin", Known);
        await platform.AdvanceAsync(TimeSpan.FromSeconds(21));

        Assert.Equal(41050, await CodeOfAsync(Contacts.SendWelcomeAsync(code, new WelcomeMessage { Text = "欢迎！" }, Cancellation)));
        Assert.Equal(41050, await CodeOfAsync(Contacts.SendWelcomeAsync("made-up", new WelcomeMessage { Text = "欢迎！" }, Cancellation)));
    }

    [Fact]
    public async Task GroupChats_OfAnOwner_AreListedAndReadWithNames()
    {
        var made = await platform.ControlAsync(HttpMethod.Post, "/sim/customer-groups",
            new { name = "一年级家长群", ownerUserId = "zhaomin", userIds = OneColleague, externalUserIds = OneCustomer });
        var chatId = (string)made!["chatId"]!;

        var entry = Assert.Single(await Contacts.ListGroupChatsAsync(new() { OwnerUserIds = ["zhaomin"] }, Cancellation).ToListAsync(Cancellation));
        var group = await Contacts.GetGroupChatAsync(chatId, Cancellation);

        Assert.Equal((chatId, GroupChatStatus.Normal), (entry.ChatId, entry.Status));
        Assert.Equal(["赵敏", "李思", "林晓"], group.Members.Select(member => member.Name));
        Assert.Equal(GroupChatMemberType.ExternalContact, group.Members[2].Type);
        Assert.Empty(await Contacts.ListGroupChatsAsync(new() { OwnerUserIds = ["lisi"] }, Cancellation).ToListAsync(Cancellation));
        Assert.Equal(40050, await CodeOfAsync(Contacts.GetGroupChatAsync("wr-none", Cancellation)));
    }

    [Fact]
    public async Task ConvertToOpenIdAsync_Known_GivesAnOpenId()
    {
        Assert.NotEmpty(await Contacts.ConvertToOpenIdAsync(Known, Cancellation));
        Assert.Equal(40096, await CodeOfAsync(Contacts.ConvertToOpenIdAsync(Nobody, Cancellation)));
    }

    [Fact]
    public async Task ListUnassignedAsync_MemberHasLeft_ListsTheCustomers()
    {
        Assert.Empty(await Contacts.ListUnassignedAsync(Cancellation).ToListAsync(Cancellation));
        await platform.ControlAsync(HttpMethod.Patch, "/sim/members/zhaomin", new { status = "left" });

        var contact = Assert.Single(await Contacts.ListUnassignedAsync(Cancellation).ToListAsync(Cancellation));

        Assert.Equal(("zhaomin", Known), (contact.HandoverUserId, contact.ExternalUserId));
    }
}
