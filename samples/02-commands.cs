#:sdk Microsoft.NET.Sdk.Web
#:project ../src/Hongyan.AspNetCore/Hongyan.AspNetCore.csproj
using Hongyan;
using Hongyan.WeCom;

var builder = WebApplication.CreateBuilder(args);
builder.AddWeCom();

var app = builder.Build();
var bot = app.MapWeCom("/wecom");

// The first route that fits answers, so the special stands before the general.
bot.OnText("帮助", bot.Describe);
bot.OnText("天气 {city}", (string city) => $"{city}：晴，23℃");

// A capture is whatever the parameter can be parsed from. "加 三 四" is no match here and goes on to the next route.
bot.OnText("加 {a} {b}", (int a, int b) => $"{a + b}");
bot.OnText("加 {what}", (string what) => $"「{what}」不是两个整数，比如：加 3 4");
bot.OnText("星期几 {day}", (DateOnly day) => $"{day:M月d日}是星期{"日一二三四五六"[(int)day.DayOfWeek]}。");

// A scope: its routes are tried only for messages that fit the condition. The same words mean something else to others.
var managers = bot.When(ctx => ctx.User.Id is "zhangsan" or "lisi");
managers.OnText("公告 {text}", (string text, UserRef user) => $"{user.Id} 发布了公告：{text}");
bot.OnText("公告 {text}", () => "只有管理员可以发公告。");

bot.OnMenuClick("today", () => "今天没有安排。");
bot.On<EnterAgentEvent>(() => "你好！发“帮助”看看我会什么。");
bot.OnImage((ImageMessage picture) => new ImageReply(picture.MediaId));

// Every message that no route took, but no event: nobody waits for an answer to those.
bot.Fallback(() => "没听懂。发“帮助”看看我会什么。");

app.Run();
