using System.Web;
using Hongyan.Simulator.WeCom;
using Hongyan.WeCom;
using Microsoft.Extensions.DependencyInjection;
using ApiContactWay = Hongyan.WeCom.ContactWay;
using CardButton = Hongyan.WeCom.CardButton;
using CardTitle = Hongyan.WeCom.CardTitle;
using Menu = Hongyan.WeCom.Menu;
using MenuButton = Hongyan.WeCom.MenuButton;
using ServiceState = Hongyan.WeCom.ServiceState;

namespace Hongyan.Conformance.Tests.WeCom;

/// <summary>Prepares a call of a method so that the simulator takes it.</summary>
/// <returns>The call.</returns>
internal delegate Task<Func<Task>> MethodCall(SimulatedPlatform platform);

/// <summary>One call of every method of the client, by group and name.</summary>
internal static class MethodCalls
{
    private const string Known = "wmHYSIM000000000000000000000001";
    private const string Stranger = "wmHYSIM000000000000000000000002";
    private const string Service = "wkHYSIM000000000000000000000001";
    private const string Page = "http://127.0.0.1:9999/page";

    private static readonly DateOnly Day = new(2026, 3, 4);
    private static readonly byte[] Png = [0x89, .. "PNG\r\n\u001A\n"u8, 1, 2, 3];

    private static readonly ButtonInteractionCard Card = new()
    {
        MainTitle = new CardTitle("请假申请", "张三 三天"), TaskId = "leave-42", Buttons = [new CardButton("同意", "yes")],
    };

    private static readonly NewUser Sun = new() { UserId = "sunli", Name = "孙丽", Mobile = "13900000009", Departments = [new() { DepartmentId = 3 }] };

    private static readonly WorkbenchKeyFigures Figures = new() { Items = [new() { Name = "待审批", Value = "2" }] };

    private static readonly ApiContactWay Way = new() { Type = ContactWayType.OneMember, Scene = ContactWayScene.QrCode, UserIds = ["zhaomin"] };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static IReadOnlyDictionary<string, MethodCall> All { get; } = new Dictionary<string, MethodCall>
    {
        ["Messages.SendAsync"] = At(p => p.Client.Messages.SendAsync(Recipients.User("lisi"), "你好", cancellationToken: Ct)),
        ["Messages.RecallAsync"] = async p =>
        {
            var sent = await p.Client.Messages.SendAsync(Recipients.User("lisi"), "错了", cancellationToken: Ct);
            return () => p.Client.Messages.RecallAsync(sent.MessageId, Ct);
        },
        ["Messages.UpdateButtonAsync"] = async p =>
        {
            var code = await SendCardAsync(p);
            return () => p.Client.Messages.UpdateButtonAsync(Recipients.User("lisi"), code, "已同意", Ct);
        },
        ["Messages.UpdateCardAsync"] = async p =>
        {
            var code = await SendCardAsync(p);
            return () => p.Client.Messages.UpdateCardAsync(Recipients.User("lisi"), code, new TextNoticeCard { MainTitle = "已同意", Action = "https://example.com" }, Ct);
        },

        ["AppChats.CreateAsync"] = At(p => CreateChatAsync(p)),
        ["AppChats.UpdateAsync"] = After(CreateChatAsync, p => p.Client.AppChats.UpdateAsync("project7", new AppChatChange { Name = "新名" }, Ct)),
        ["AppChats.GetAsync"] = After(CreateChatAsync, p => p.Client.AppChats.GetAsync("project7", Ct)),
        ["AppChats.SendAsync"] = After(CreateChatAsync, p => p.Client.AppChats.SendAsync("project7", new TextPush("开会"), cancellationToken: Ct)),

        ["Media.UploadAsync"] = At(p => UploadAsync(p)),
        ["Media.UploadPictureAsync"] = At(async p =>
        {
            using var content = new MemoryStream(Png);
            await p.Client.Media.UploadPictureAsync("a.png", content, Ct);
        }),
        ["Media.DownloadAsync"] = async p =>
        {
            var mediaId = await UploadAsync(p);
            return async () => await (await p.Client.Media.DownloadAsync(mediaId, Ct)).DisposeAsync();
        },

        ["Contacts.CreateUserAsync"] = At(CreateUserAsync),
        ["Contacts.GetUserAsync"] = At(p => p.Client.Contacts.GetUserAsync("lisi", Ct)),
        ["Contacts.UpdateUserAsync"] = At(p => p.Contacts.Contacts.UpdateUserAsync(new() { UserId = "lisi", Alias = "小李" }, Ct)),
        ["Contacts.DeleteUserAsync"] = At(p => p.Contacts.Contacts.DeleteUserAsync("chenjing", Ct)),
        ["Contacts.DeleteUsersAsync"] = At(p => p.Contacts.Contacts.DeleteUsersAsync(["chenjing", "lisi"], Ct)),
        ["Contacts.ListUserSummariesAsync"] = At(p => ReadAsync(p.Client.Contacts.ListUserSummariesAsync(6, cancellationToken: Ct))),
        ["Contacts.ListUsersAsync"] = At(p => ReadAsync(p.Client.Contacts.ListUsersAsync(2, cancellationToken: Ct))),
        ["Contacts.ListUserIdsAsync"] = At(p => ReadAsync(p.Contacts.Contacts.ListUserIdsAsync(Ct))),
        ["Contacts.FindUserIdByMobileAsync"] = At(p => p.Client.Contacts.FindUserIdByMobileAsync("13800000004", Ct)),
        ["Contacts.FindUserIdByEmailAsync"] = At(p => p.Client.Contacts.FindUserIdByEmailAsync("zhaomin@example.com", EmailKind.Personal, Ct)),
        ["Contacts.ConvertToOpenIdAsync"] = At(p => p.Client.Contacts.ConvertToOpenIdAsync("lisi", Ct)),
        ["Contacts.ConvertToUserIdAsync"] = async p =>
        {
            var openId = await p.Client.Contacts.ConvertToOpenIdAsync("lisi", Ct);
            return () => p.Client.Contacts.ConvertToUserIdAsync(openId, Ct);
        },
        ["Contacts.ConfirmVerificationAsync"] = After(CreateUserAsync, p => p.Contacts.Contacts.ConfirmVerificationAsync("sunli", Ct)),
        ["Contacts.InviteAsync"] = At(p => p.Client.Contacts.InviteAsync(new() { UserIds = ["lisi"] }, Ct)),
        ["Contacts.GetJoinQrCodeAsync"] = At(p => p.Contacts.Contacts.GetJoinQrCodeAsync(cancellationToken: Ct)),

        ["Departments.CreateAsync"] = At(p => p.Contacts.Departments.CreateAsync(new() { Name = "空", ParentId = 1 }, Ct)),
        ["Departments.UpdateAsync"] = At(p => p.Contacts.Departments.UpdateAsync(new() { Id = 6, ParentId = 3 }, Ct)),
        ["Departments.DeleteAsync"] = async p =>
        {
            var empty = await p.Contacts.Departments.CreateAsync(new() { Name = "空", ParentId = 1 }, Ct);
            return () => p.Contacts.Departments.DeleteAsync(empty, Ct);
        },
        ["Departments.ListAsync"] = At(p => ReadAsync(p.Client.Departments.ListAsync(cancellationToken: Ct))),
        ["Departments.ListNodesAsync"] = At(p => ReadAsync(p.Client.Departments.ListNodesAsync(cancellationToken: Ct))),
        ["Departments.GetAsync"] = At(p => p.Client.Departments.GetAsync(2, Ct)),

        ["Tags.CreateAsync"] = At(p => p.Contacts.Tags.CreateAsync("教师", cancellationToken: Ct)),
        ["Tags.RenameAsync"] = At(p => p.Contacts.Tags.RenameAsync(1, "今日值班", Ct)),
        ["Tags.DeleteAsync"] = At(p => p.Contacts.Tags.DeleteAsync(1, Ct)),
        ["Tags.GetAsync"] = At(p => p.Client.Tags.GetAsync(1, Ct)),
        ["Tags.AddAsync"] = At(p => p.Contacts.Tags.AddAsync(1, new() { UserIds = ["lisi"] }, Ct)),
        ["Tags.RemoveAsync"] = At(p => p.Contacts.Tags.RemoveAsync(1, new() { UserIds = ["wangwei"] }, Ct)),
        ["Tags.ListAsync"] = At(p => ReadAsync(p.Client.Tags.ListAsync(Ct))),

        ["Agents.GetAsync"] = At(p => p.Client.Agents.GetAsync(Ct)),
        ["Agents.UpdateAsync"] = At(p => p.Client.Agents.UpdateAsync(new() { Description = "什么都会" }, Ct)),
        ["Agents.ListAsync"] = At(p => ReadAsync(p.Client.Agents.ListAsync(Ct))),
        ["Agents.SetWorkbenchTemplateAsync"] = At(SetTemplateAsync),
        ["Agents.GetWorkbenchTemplateAsync"] = At(p => p.Client.Agents.GetWorkbenchTemplateAsync(Ct)),
        ["Agents.SetWorkbenchContentAsync"] = After(SetTemplateAsync, p => p.Client.Agents.SetWorkbenchContentAsync("lisi", Figures, Ct)),

        ["Menus.SetAsync"] = At(p => p.Client.Menus.SetAsync(new Menu(MenuButton.Click("成绩", "grades")), Ct)),
        ["Menus.GetAsync"] = At(p => p.Client.Menus.GetAsync(Ct)),
        ["Menus.DeleteAsync"] = At(p => p.Client.Menus.DeleteAsync(Ct)),

        ["OAuth.GetIdentityAsync"] = async p =>
        {
            var code = await SignInAsync(p, OAuthScope.Base, "sim_person=lisi");
            return () => p.Client.OAuth.GetIdentityAsync(code, Ct);
        },
        ["OAuth.GetUserDetailAsync"] = async p =>
        {
            var code = await SignInAsync(p, OAuthScope.PrivateInformation, "sim_person=lisi&sim_consent=agree");
            var identity = await p.Client.OAuth.GetIdentityAsync(code, Ct);
            return () => p.Client.OAuth.GetUserDetailAsync(identity.UserTicket!, Ct);
        },

        ["JsSdk.SignConfigAsync"] = At(p => p.Client.JsSdk.SignConfigAsync(Page, Ct)),
        ["JsSdk.SignAgentConfigAsync"] = At(p => p.Client.JsSdk.SignAgentConfigAsync(Page, Ct)),
        ["JsSdk.RegisterAsync"] = At(p => p.Client.JsSdk.RegisterAsync(Page, Ct)),

        ["ExternalContacts.ListFollowUsersAsync"] = At(p => p.Client.ExternalContacts.ListFollowUsersAsync(Ct)),
        ["ExternalContacts.ListIdsAsync"] = At(p => p.Client.ExternalContacts.ListIdsAsync("zhaomin", Ct)),
        ["ExternalContacts.GetAsync"] = At(p => p.Client.ExternalContacts.GetAsync(Known, Ct)),
        ["ExternalContacts.ListByUsersAsync"] = At(p => ReadAsync(p.Client.ExternalContacts.ListByUsersAsync(["zhaomin"], Ct))),
        ["ExternalContacts.RemarkAsync"] = At(p => p.Client.ExternalContacts.RemarkAsync(new() { UserId = "zhaomin", ExternalUserId = Known, Remark = "林" }, Ct)),
        ["ExternalContacts.SendWelcomeAsync"] = async p =>
        {
            await p.ControlAsync(HttpMethod.Post, $"/sim/customers/{Stranger}/members/lisi", new { state = "" });
            var code = p.Services.GetRequiredService<WelcomeCodes>().Issue("lisi", Stranger);
            return () => p.Client.ExternalContacts.SendWelcomeAsync(code, new WelcomeMessage { Text = "欢迎！" }, Ct);
        },
        ["ExternalContacts.ConvertToOpenIdAsync"] = At(p => p.Client.ExternalContacts.ConvertToOpenIdAsync(Known, Ct)),
        ["ExternalContacts.ListUnassignedAsync"] = At(p => ReadAsync(p.Client.ExternalContacts.ListUnassignedAsync(Ct))),
        ["ExternalContacts.ListTagsAsync"] = At(p => p.Client.ExternalContacts.ListTagsAsync(cancellationToken: Ct)),
        ["ExternalContacts.AddTagsAsync"] = At(p => AddTagsAsync(p)),
        ["ExternalContacts.UpdateTagAsync"] = async p =>
        {
            var group = await AddTagsAsync(p);
            return () => p.Client.ExternalContacts.UpdateTagAsync(new() { Id = group.Tags[0].Id, Name = "线下海报" }, Ct);
        },
        ["ExternalContacts.DeleteTagsAsync"] = async p =>
        {
            var group = await AddTagsAsync(p);
            return () => p.Client.ExternalContacts.DeleteTagsAsync(tagIds: [group.Tags[0].Id], cancellationToken: Ct);
        },
        ["ExternalContacts.MarkTagsAsync"] = async p =>
        {
            var group = await AddTagsAsync(p);
            return () => p.Client.ExternalContacts.MarkTagsAsync("zhaomin", Known, added: [group.Tags[0].Id], cancellationToken: Ct);
        },
        ["ExternalContacts.AddContactWayAsync"] = At(p => p.Client.ExternalContacts.AddContactWayAsync(Way, Ct)),
        ["ExternalContacts.GetContactWayAsync"] = WithWay((p, id) => p.Client.ExternalContacts.GetContactWayAsync(id, Ct)),
        ["ExternalContacts.UpdateContactWayAsync"] = WithWay((p, id) => p.Client.ExternalContacts.UpdateContactWayAsync(id, Way with { State = "poster-b" }, Ct)),
        ["ExternalContacts.DeleteContactWayAsync"] = WithWay((p, id) => p.Client.ExternalContacts.DeleteContactWayAsync(id, Ct)),
        ["ExternalContacts.ListContactWaysAsync"] = At(p => ReadAsync(p.Client.ExternalContacts.ListContactWaysAsync(cancellationToken: Ct))),
        ["ExternalContacts.ListGroupChatsAsync"] = At(p => ReadAsync(p.Client.ExternalContacts.ListGroupChatsAsync(cancellationToken: Ct))),
        ["ExternalContacts.GetGroupChatAsync"] = async p =>
        {
            var made = await p.ControlAsync(HttpMethod.Post, "/sim/customer-groups",
                new { name = "一年级家长群", ownerUserId = "zhaomin", userIds = (string[])["lisi"], externalUserIds = (string[])[Known] });
            return () => p.Client.ExternalContacts.GetGroupChatAsync((string)made!["chatId"]!, Ct);
        },

        ["CustomerService.AddAccountAsync"] = async p =>
        {
            var mediaId = await UploadAsync(p);
            return () => p.Client.CustomerService.AddAccountAsync("售后", mediaId, Ct);
        },
        ["CustomerService.UpdateAccountAsync"] = At(p => p.Client.CustomerService.UpdateAccountAsync(Service, name: "售后服务", cancellationToken: Ct)),
        ["CustomerService.DeleteAccountAsync"] = At(p => p.Client.CustomerService.DeleteAccountAsync(Service, Ct)),
        ["CustomerService.ListAccountsAsync"] = At(p => ReadAsync(p.Client.CustomerService.ListAccountsAsync(Ct))),
        ["CustomerService.AddContactWayAsync"] = At(p => p.Client.CustomerService.AddContactWayAsync(Service, "poster-a", Ct)),
        ["CustomerService.AddServicersAsync"] = At(p => p.Client.CustomerService.AddServicersAsync(Service, ["wangwei"], cancellationToken: Ct)),
        ["CustomerService.RemoveServicersAsync"] = At(p => p.Client.CustomerService.RemoveServicersAsync(Service, ["lisi"], cancellationToken: Ct)),
        ["CustomerService.ListServicersAsync"] = At(p => p.Client.CustomerService.ListServicersAsync(Service, Ct)),
        ["CustomerService.GetSessionAsync"] = At(p => p.Client.CustomerService.GetSessionAsync(Service, Known, Ct)),
        ["CustomerService.TransferSessionAsync"] = After(WriteAsync, p => QueueAsync(p)),
        ["CustomerService.SyncMessagesAsync"] = After(WriteAsync, p => ReadAsync(p.Client.CustomerService.SyncMessagesAsync(new() { OpenKfId = Service }, Ct))),
        ["CustomerService.SendAsync"] = After(WriteAsync, p => p.Client.CustomerService.SendAsync(Service, Known, "在的", cancellationToken: Ct)),
        ["CustomerService.SendOnEventAsync"] = async p =>
        {
            await WriteAsync(p);
            var code = await QueueAsync(p);
            return () => p.Client.CustomerService.SendOnEventAsync(code!, "您前面还有 2 位", cancellationToken: Ct);
        },
        ["CustomerService.GetCustomersAsync"] = At(p => p.Client.CustomerService.GetCustomersAsync([Known], cancellationToken: Ct)),

        ["CheckIns.ListAsync"] = At(p => p.Client.CheckIns.ListAsync(
            new() { From = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), To = new(2026, 3, 31, 0, 0, 0, TimeSpan.Zero), UserIds = ["lisi"] }, Ct)),
        ["CheckIns.GetOptionsAsync"] = At(p => p.Client.CheckIns.GetOptionsAsync(Day, ["lisi"], Ct)),
        ["CheckIns.GetDailyReportsAsync"] = At(p => p.Client.CheckIns.GetDailyReportsAsync(Day, Day, ["lisi"], Ct)),
        ["CheckIns.GetMonthlyReportsAsync"] = At(p => p.Client.CheckIns.GetMonthlyReportsAsync(Day, Day, ["lisi"], Ct)),
    };

    private static MethodCall At(Func<SimulatedPlatform, Task> call) => platform => Task.FromResult<Func<Task>>(() => call(platform));

    private static MethodCall After(Func<SimulatedPlatform, Task> first, Func<SimulatedPlatform, Task> call) => async platform =>
    {
        await first(platform);
        return () => call(platform);
    };

    private static MethodCall WithWay(Func<SimulatedPlatform, string, Task> call) => async platform =>
    {
        var made = await platform.Client.ExternalContacts.AddContactWayAsync(Way, Ct);
        return () => call(platform, made.ConfigId);
    };

    private static async Task ReadAsync<T>(IAsyncEnumerable<T> all) => await all.ToListAsync(Ct);

    private static Task<string> CreateChatAsync(SimulatedPlatform platform) => platform.Client.AppChats.CreateAsync(
        new NewAppChat { Name = "项目七", OwnerId = "zhangsan", MemberIds = ["zhangsan", "lisi"], ChatId = "project7" }, Ct);

    private static Task CreateUserAsync(SimulatedPlatform platform) => platform.Contacts.Contacts.CreateUserAsync(Sun, Ct);

    private static Task SetTemplateAsync(SimulatedPlatform platform) => platform.Client.Agents.SetWorkbenchTemplateAsync(Figures, cancellationToken: Ct);

    private static Task<CorpTagGroup> AddTagsAsync(SimulatedPlatform platform) =>
        platform.Client.ExternalContacts.AddTagsAsync(new() { GroupName = "来源", Tags = [new() { Name = "海报" }, new() { Name = "朋友" }] }, Ct);

    private static Task<string?> QueueAsync(SimulatedPlatform platform) =>
        platform.Client.CustomerService.TransferSessionAsync(Service, Known, ServiceState.Queued, cancellationToken: Ct);

    private static Task WriteAsync(SimulatedPlatform platform) =>
        platform.ControlAsync(HttpMethod.Post, $"/sim/service/accounts/{Service}/customers/{Known}/messages", new { content = "你好" });

    private static async Task<string> UploadAsync(SimulatedPlatform platform)
    {
        using var content = new MemoryStream(Png);
        return (await platform.Client.Media.UploadAsync(MediaType.Image, "图.png", content, Ct)).MediaId;
    }

    private static async Task<string> SendCardAsync(SimulatedPlatform platform) =>
        (await platform.Client.Messages.SendAsync(Recipients.User("lisi"), new TemplateCardPush(Card), cancellationToken: Ct)).ResponseCode!;

    private static async Task<string> SignInAsync(SimulatedPlatform platform, OAuthScope scope, string answers)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var url = platform.Client.OAuth.CreateAuthorizeUrl(new Uri($"{Page}?from=menu"), "s1", scope);
        using var response = await browser.GetAsync(new Uri($"{url.GetLeftPart(UriPartial.Query)}&{answers}"), Ct);
        return HttpUtility.ParseQueryString(response.Headers.Location!.Query)["code"]!;
    }
}
