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
}
