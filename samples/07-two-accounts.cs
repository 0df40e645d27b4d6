#:sdk Microsoft.NET.Sdk.Web
#:project ../src/Hongyan.AspNetCore/Hongyan.AspNetCore.csproj
using Hongyan;

// Two apps in one process, each with its own keys and its own address. To try both in the simulator, open the 接收消息 page of
// 演示助手 and enter the URL http://127.0.0.1:5081/second there; 回声 has /wecom already.
var builder = WebApplication.CreateBuilder(args);
builder.AddWeCom("school", "Accounts:school");
builder.AddWeCom("company", "Accounts:company");

var app = builder.Build();
var school = app.MapWeCom("/wecom", "school");
var company = app.MapWeCom("/second", "company");

// The same words, answered differently: a message reaches the routes of its own account only.
school.OnText("今天", () => "上午数学，下午体育。");
company.OnText("今天", () => "十点例会。");

// What both share is written once. An account's own routes stand before it, so they win.
school.MapSmallTalk();
company.MapSmallTalk();

app.Run();

/// <summary>A module is an extension method: no plug-in interface, no scanning.</summary>
internal static class SmallTalk
{
    public static void MapSmallTalk(this BotScope bot)
    {
        bot.OnText("你好", (Account account, UserRef user) => $"{user.Id}，你好！这里是 {account.Name}。");
        bot.OnText("谢谢", () => "不客气。");
        bot.Fallback((TextMessage message) => $"我不懂“{message.Content}”。");
    }
}
