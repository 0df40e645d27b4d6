#:sdk Microsoft.NET.Sdk.Web
#:project ../src/Hongyan.AspNetCore/Hongyan.AspNetCore.csproj
using Hongyan;
using Hongyan.WeCom;
using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.AddWeCom();                                   // registers the client, too: a singleton under the account's name

var app = builder.Build();

// <command-line>
// dotnet run samples/05-push.cs -- zhangsan,lisi 今晚八点停电
if (args is [{ } people, { } words, ..] && !people.StartsWith('-'))
{
    var wecom = app.Services.GetRequiredKeyedService<WeComClient>("WeCom");
    var sent = await wecom.Messages.SendAsync(Recipients.Users(people.Split(',')), words);
    Console.WriteLine($"已发送。没有发到：{(sent.InvalidUserIds.Count == 0 ? "无" : string.Join('、', sent.InvalidUserIds))}");
    return;
}
// </command-line>

// <post>
// Anybody who reaches this address can send: a real one asks who calls.
app.MapPost("/notices", async (Notice notice, [FromKeyedServices("WeCom")] WeComClient wecom, CancellationToken cancellationToken) =>
{
    var card = new TextCardPush { Title = notice.Title, Description = notice.Text, Url = notice.Url, ButtonText = "去看看" };
    try
    {
        var sent = await wecom.Messages.SendAsync(Recipients.Users(notice.To), card, cancellationToken: cancellationToken);
        return Results.Ok(new { sent.MessageId, NotReached = sent.InvalidUserIds });
    }
    catch (FieldLimitException tooLong)               // nothing was sent; the message names the field and its limit
    {
        return Results.Problem(tooLong.Message, statusCode: StatusCodes.Status400BadRequest);
    }
    catch (PlatformApiException refusal)              // the platform said no; the hint says what to do
    {
        return Results.Problem(refusal.Hint ?? refusal.PlatformMessage, statusCode: StatusCodes.Status502BadGateway, title: $"{refusal.Code}");
    }
});
// </post>

app.Run();

/// <summary>What is posted: {"to":["zhangsan"],"title":"停电通知","text":"今晚八点","url":"https://example.com"}.</summary>
internal sealed record Notice(string[] To, string Title, string Text, string Url);
