#:sdk Microsoft.NET.Sdk.Web
#:project ../src/Hongyan.AspNetCore/Hongyan.AspNetCore.csproj
using Hongyan;

var builder = WebApplication.CreateBuilder(args);
builder.AddWeCom();                                   // reads "WeCom"; refuses to start when a value is missing

var app = builder.Build();
var bot = app.MapWeCom("/wecom");                     // GET = URL check, POST = callback
bot.OnText("ping", () => "pong");
bot.OnText((TextMessage m) => $"你说：{m.Content}");
app.Run();
