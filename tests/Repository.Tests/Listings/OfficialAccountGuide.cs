using Hongyan.OfficialAccount;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hongyan.Repository.Tests.Listings;

/// <summary>The listings of docs/guides/official-account.md.</summary>
internal static class OfficialAccountGuide
{
    public static void Add(WebApplicationBuilder builder)
    {
        // <add>
        builder.AddOfficialAccount();                 // 读配置节 OfficialAccount
        // </add>
    }

    public static void Map(WebApplication app)
    {
        // <map>
        var bot = app.MapOfficialAccount("/oa");
        bot.OnText("绑定 {number}", (string number) => $"已绑定 {number}");
        bot.OnMenuClick("grades", () => "还没有出成绩");
        bot.On<SubscribeEvent>(() => "欢迎关注");
        // </map>
    }

    public static async Task SendAsync(WebApplication app, string openId)
    {
        // <send>
        var account = app.Services.GetRequiredKeyedService<OfficialAccountClient>("school");
        await account.CustomerMessages.ShowTypingAsync(openId);
        await account.CustomerMessages.SendAsync(openId, "你的申请通过了");

        var question = new CustomerMenu(new("101", "满意"), new("102", "不满意")) { Head = "这次服务怎么样？" };
        await account.CustomerMessages.SendAsync(openId, question);
        // </send>
    }

    public static async Task TagAsync(OfficialAccountClient account, string openId)
    {
        // <tags>
        var tag = await account.Tags.CreateAsync("高三家长");
        await account.Tags.AddAsync(tag.Id, [openId]);
        await foreach (var parent in account.Tags.ListMembersAsync(tag.Id))
            Console.WriteLine((await account.Users.GetAsync(parent)).Remark);
        // </tags>
    }

    public static async Task ChangeMenuAsync(OfficialAccountClient account, FollowerTag tag)
    {
        // <menu>
        await account.Menus.SetAsync(new AccountMenu(
            AccountMenuButton.Click("帮助", "help"),
            AccountMenuButton.Group("查询", AccountMenuButton.Click("成绩", "grades"), AccountMenuButton.View("校历", "https://school.example/calendar"))));

        // 有这个标签的人看到另一个菜单
        await account.Menus.AddConditionalAsync(
            new AccountMenu(AccountMenuButton.Click("请假", "leave"), AccountMenuButton.Click("成绩", "grades")), new MenuRule { TagId = tag.Id });
        // </menu>
    }

    public static async Task<Uri> InviteAsync(OfficialAccountClient account)
    {
        // <qrcode>
        var code = await account.QrCodes.CreateTemporaryAsync("class-7", TimeSpan.FromDays(7));
        return account.QrCodes.CreateImageUrl(code.Ticket);
        // </qrcode>
    }

    public static async Task<SignInProfile> SignInAsync(OfficialAccountClient account, string code)
    {
        // <oauth>
        var tokens = await account.OAuth.GetTokensAsync(code);       // 谁：tokens.OpenId
        return await account.OAuth.GetProfileAsync(tokens);          // 昵称和头像，要 SignInScope.Profile
        // </oauth>
    }

    public static async Task ServeAsync(OfficialAccountClient account, string openId)
    {
        // <service>
        await account.CustomerServiceAccounts.AddAsync("tutor1@gh_0123456789ab", "王老师");
        await account.CustomerServiceAccounts.InviteAsync("tutor1@gh_0123456789ab", "wang-laoshi");
        // 王老师在微信里同意、上线以后
        await account.CustomerServiceSessions.CreateAsync("tutor1@gh_0123456789ab", openId);
        // </service>
    }

    public static async Task CountAsync(OfficialAccountClient account, DateOnly yesterday)
    {
        // <statistics>
        foreach (var day in await account.Statistics.GetUserTotalsAsync(yesterday.AddDays(-6), yesterday))
            Console.WriteLine($"{day.Day}: {day.Followers}");

        var quota = await account.Usage.GetQuotaAsync("/cgi-bin/user/get");
        Console.WriteLine($"{quota.Remaining} / {quota.DailyLimit}");
        // </statistics>
    }
}
