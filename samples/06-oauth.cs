#:sdk Microsoft.NET.Sdk.Web
#:project ../src/Hongyan.AspNetCore/Hongyan.AspNetCore.csproj
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using Hongyan;
using Hongyan.WeCom;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

const string StateCookie = "signin-state";

var builder = WebApplication.CreateBuilder(args);
builder.AddWeCom();
// <cookie>
builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options => options.LoginPath = "/signin");
builder.Services.AddAuthorization();
// </cookie>

var app = builder.Build();

// <page>
app.MapGet("/", (ClaimsPrincipal member) => Results.Content(
    $"""<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>你好</title><h1>你好，{WebUtility.HtmlEncode(member.Identity!.Name)}！</h1>""",
    "text/html; charset=utf-8")).RequireAuthorization();
// </page>

// <signin>
app.MapGet("/signin", (HttpContext http, [FromKeyedServices("WeCom")] WeComClient wecom) =>
{
    // What comes back with another state than the one in this browser was started by somebody else.
    var state = RandomNumberGenerator.GetHexString(32);
    http.Response.Cookies.Append(StateCookie, state, new() { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromMinutes(5) });

    var back = new Uri($"{http.Request.Scheme}://{http.Request.Host}/signin/back");
    // Inside WeCom nobody notices the way there and back; any other browser shows a QR code. In the simulator the browser is the phone.
    var isInWeCom = http.Request.Headers.UserAgent.ToString().Contains("wxwork", StringComparison.OrdinalIgnoreCase) || app.Environment.IsDevelopment();
    return Results.Redirect((isInWeCom ? wecom.OAuth.CreateAuthorizeUrl(back, state) : wecom.OAuth.CreateQrLoginUrl(back, state)).AbsoluteUri);
});
// </signin>

// <back>
app.MapGet("/signin/back", async (string code, string state, HttpContext http, [FromKeyedServices("WeCom")] WeComClient wecom, CancellationToken cancellationToken) =>
{
    var expected = http.Request.Cookies[StateCookie];
    http.Response.Cookies.Delete(StateCookie);
    if (state != expected)
        return Results.BadRequest("登录已过期，请重新打开。");

    OAuthIdentity identity;
    try
    {
        identity = await wecom.OAuth.GetIdentityAsync(code, cancellationToken);
    }
    catch (PlatformApiException refusal) when (refusal.Code == 40029)
    {
        return Results.BadRequest("登录已过期，请重新打开。");
    }
    if (identity.UserId is not { } userId)
        return Results.Text("只有公司成员可以打开这个页面。", statusCode: StatusCodes.Status403Forbidden);

    var member = await wecom.Contacts.GetUserAsync(userId, cancellationToken);
    Claim[] claims = [new(ClaimTypes.NameIdentifier, member.UserId), new(ClaimTypes.Name, member.Name)];
    await http.SignInAsync(new ClaimsPrincipal(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme)));
    return Results.Redirect("/");
});
// </back>

app.Run();
