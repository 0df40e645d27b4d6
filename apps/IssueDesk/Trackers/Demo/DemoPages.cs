using System.Security.Cryptography;
using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Storage;
using Hongyan.IssueDesk.Trackers.Demo.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Hongyan.IssueDesk.Trackers.Demo;

/// <summary>The pages of the demo tracker. In Development only: whoever reaches them can read and change everything.</summary>
internal static class DemoPages
{
    public const string Root = "/demo/issues";

    private const int MostShown = 200;
    private static readonly byte[] Style = ReadStyle();

    /// <summary>The style sheet; a new one has a new address.</summary>
    public static string StyleUrl { get; } = $"{Root}/style.css?v={Convert.ToHexStringLower(SHA256.HashData(Style))[..8]}";

    public static string AddressOf(string key) => $"{Root}/{Uri.EscapeDataString(key)}";

    public static string FileAddressOf(string key, long id) => $"{AddressOf(key)}/files/{id}";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapGroup(Root).AllowAnonymous().AddEndpointFilter(SecureAsync);
        pages.MapGet("", ListAsync);
        pages.MapGet("/style.css", () => Results.Bytes(Style, "text/css; charset=utf-8"));
        pages.MapGet("/{key}", ShowAsync);
        pages.MapPost("/{key}", ChangeAsync);
        pages.MapGet("/{key}/files/{id:long}", FileAsync);
        pages.MapFallback("/{**rest}", (DeskTexts texts) => Explain(texts, "Demo_NoPage", StatusCodes.Status404NotFound));
    }

    private static async ValueTask<object?> SecureAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        return await next(context);
    }

    private static async Task<RazorComponentResult> ListAsync(IDeskStore store, CancellationToken cancellationToken)
    {
        using var desk = store.OpenReader();
        var issues = await desk.DemoIssues.OrderByDescending(issue => issue.CreatedAt).Take(MostShown).ToListAsync(cancellationToken);
        return new RazorComponentResult<DemoIssueList>(new { Issues = (IReadOnlyList<DemoIssue>)issues });
    }

    private static async Task<IResult> ShowAsync(string key, HttpContext http, IDeskStore store, DeskTexts texts, IAntiforgery antiforgery, TimeZoneInfo timeZone)
    {
        using var desk = store.OpenReader();
        if (await desk.DemoIssues.FirstOrDefaultAsync(each => each.Key == key, http.RequestAborted) is not { } issue)
            return NotFound(texts);
        var token = antiforgery.GetAndStoreTokens(http);
        var files = await desk.DemoFiles.Where(file => file.IssueKey == key).OrderBy(file => file.Id)
            .Select(file => new { file.Id, file.Name, file.ContentType }).ToListAsync(http.RequestAborted);
        return new RazorComponentResult<DemoIssuePage>(new
        {
            View = new DemoIssueView(issue)
            {
                CreatedAt = TimeZoneInfo.ConvertTime(issue.CreatedAt, timeZone),
                Comments = await desk.DemoComments.Where(comment => comment.IssueKey == key).OrderBy(comment => comment.Id).Select(comment => comment.Text).ToListAsync(http.RequestAborted),
                Files = [.. files.Select(file => (file.Id, file.Name, IsPicture(file.ContentType)))],
                TokenField = token.FormFieldName,
                Token = token.RequestToken ?? "",
            },
        });
    }

    private static async Task<IResult> ChangeAsync(string key, HttpContext http, DemoTracker tracker, IssueStates states, IAntiforgery antiforgery, DeskTexts texts)
    {
        if (!http.Request.HasFormContentType || !await antiforgery.IsRequestValidAsync(http))
            return Explain(texts, "Demo_Expired", StatusCodes.Status400BadRequest);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var state = form["state"].ToString();
        if (!DemoTracker.States.Contains(state))
            return Explain(texts, "Demo_Expired", StatusCodes.Status400BadRequest);
        if (await tracker.FindAsync(key, http.RequestAborted) is null)
            return NotFound(texts);
        if (await tracker.ChangeStateAsync(key, state, http.RequestAborted))
            await states.ChangedAsync(key, tracker.StateName(state), byUser: null, http.RequestAborted);
        return Results.Redirect(AddressOf(key));
    }

    private static async Task<IResult> FileAsync(string key, long id, IDeskStore store, DeskTexts texts, HttpContext http)
    {
        using var desk = store.OpenReader();
        if (await desk.DemoFiles.FirstOrDefaultAsync(file => file.Id == id && file.IssueKey == key, http.RequestAborted) is not { } found)
            return Explain(texts, "Demo_NoPage", StatusCodes.Status404NotFound);
        // A picture may be shown. Anything else is saved: what somebody sent must not run here as a page.
        return IsPicture(found.ContentType)
            ? Results.Bytes(found.Content, found.ContentType)
            : Results.Bytes(found.Content, "application/octet-stream", found.Name);
    }

    private static bool IsPicture(string contentType) => contentType is "image/jpeg" or "image/png" or "image/gif";

    private static IResult NotFound(DeskTexts texts) => Explain(texts, "Demo_NotFound", StatusCodes.Status404NotFound);

    private static IResult Explain(DeskTexts texts, string name, int status) => Results.Text(texts.Get(name), "text/plain; charset=utf-8", statusCode: status);

    private static byte[] ReadStyle()
    {
        using var stream = typeof(DemoPages).Assembly.GetManifestResourceStream("Hongyan.IssueDesk.Trackers.Demo.Pages.demo.css")!;
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        return whole.ToArray();
    }
}
