using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hongyan.Server.Push.Alerts;
using Hongyan.Storage;
using Microsoft.Extensions.Localization;

namespace Hongyan.Server.Push;

/// <summary><c>POST /push/{account}</c> for programs, and <c>POST /push/{account}/alertmanager</c> for Alertmanager's webhook.</summary>
internal sealed class PushEndpoints(
    PushKeys keys, PushRate rate, PushReader reader, AlertReader alerts, AlertDigest digest, PushSender sender, PushMetrics metrics,
    IReadOnlyList<ConfiguredAccount> accounts, IStringLocalizer<PushTexts> texts)
{
    private const int MostBytes = 64 * 1024;
    private const int MostAlertBytes = 1024 * 1024;
    private const int LongestWord = 255;
    private const string ClaimHeader = "Idempotency-Key";

    /// <summary>Maps both, where anybody may push.</summary>
    public static void Map(WebApplication app)
    {
        if (app.Services.GetRequiredService<PushKeys>().IsEmpty)
            return;
        var endpoints = app.Services.GetRequiredService<PushEndpoints>();
        app.MapPost("/push/{account}", (HttpContext http, string account) => endpoints.AnswerAsync(http, account, MostBytes,
            endpoints.ReadOrder)).WithDisplayName("Push").AllowAnonymous();
        app.MapPost("/push/{account}/alertmanager", (HttpContext http, string account) => endpoints.AnswerAsync(http, account, MostAlertBytes,
            endpoints.ReadAlerts)).WithDisplayName("Alertmanager").AllowAnonymous();
    }

    private async Task<IResult> AnswerAsync(HttpContext http, string name, int maxBytes, Func<byte[], IQueryCollection, PushOrder> read)
    {
        http.Response.Headers.CacheControl = "no-store";
        var account = accounts.FirstOrDefault(account => account.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        try
        {
            var result = await PushAsync(http, account, name, maxBytes, read);
            metrics.Count(account?.Name, result.Answer.Status);
            if (result.IsRepeated)
                http.Response.Headers["Idempotency-Replayed"] = "true";
            return Results.Text(result.Answer.Json, "application/json; charset=utf-8", Encoding.UTF8, result.Answer.Status);
        }
        catch (PushException failure)
        {
            return Refuse(http, account, failure.Problem);
        }
        catch (BadHttpRequestException failure)
        {
            // The body came too slowly, or not to its end. Nothing was read, so nothing was sent.
            return Refuse(http, account, new PushProblem(failure.StatusCode, "incomplete", texts["Incomplete"]) { Field = "body" });
        }
        catch (StoreUnavailableException)
        {
            return Refuse(http, account, new PushProblem(StatusCodes.Status503ServiceUnavailable, "store_down", texts["StoreDown"]) { RetryAfter = TimeSpan.FromSeconds(5) });
        }
    }

    private async Task<PushResult> PushAsync(HttpContext http, ConfiguredAccount? account, string name, int maxBytes, Func<byte[], IQueryCollection, PushOrder> read)
    {
        var key = keys.Find(http.Request) ?? throw new PushException(new PushProblem(StatusCodes.Status401Unauthorized, "unauthorized", texts["Unauthorized"]));
        if (rate.TryTake(key) is { } wait)
            throw new PushException(new PushProblem(StatusCodes.Status429TooManyRequests, "too_many_requests", texts["TooManyRequests"]) { RetryAfter = wait });
        if (!key.MayUse(name))
            throw Forbidden($"account:{name}");
        if (account is null)
            throw new PushException(new PushProblem(StatusCodes.Status404NotFound, "unknown_account", texts["NoAccount", name]));
        var body = await PushBody.ReadAsync(http.Request, maxBytes, http.RequestAborted)
            ?? throw new PushException(new PushProblem(StatusCodes.Status413PayloadTooLarge, "too_large", texts["BodyTooLarge", maxBytes / 1024]));
        var order = read(body, http.Request.Query);
        if (key.FindForbidden(order.To.All) is { } forbidden)
            throw Forbidden(forbidden);
        return await sender.SendAsync(key, account, order, ClaimOf(http.Request, key, body), http.Connection.RemoteIpAddress?.ToString(), http.RequestAborted);
    }

    private PushOrder ReadOrder(byte[] body, IQueryCollection query) => reader.Read(body);

    private PushOrder ReadAlerts(byte[] body, IQueryCollection query)
    {
        var to = reader.ReadTarget(name => [.. query[name].SelectMany(text => PushReader.Split(text ?? "")).Distinct(StringComparer.Ordinal)]);
        var group = alerts.Read(body);
        // Markdown has colours, but WeChat's plugin does not show it and the outbox does not keep it; members by name get text.
        var type = to.Robot is not null || to.Parties.Count + to.Tags.Count > 0 || to.Members.Contains(PushTarget.Everyone) ? PushContent.MarkdownType : PushContent.TextType;
        return new PushOrder(to, new PushContent(type, digest.Write(group, type == PushContent.MarkdownType, PushReader.MostBytes(type, to))));
    }

    private PushClaim? ClaimOf(HttpRequest request, PushKey key, byte[] body)
    {
        var word = request.Headers[ClaimHeader].ToString();
        if (word.Length == 0)
            return null;
        if (word.Length > LongestWord)
            throw new PushException(new PushProblem(StatusCodes.Status400BadRequest, "bad_request", texts["ClaimTooLong", LongestWord]) { Field = ClaimHeader });
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Path}{request.QueryString}\n"));
        hash.AppendData(body);
        return new PushClaim(key.Name, word, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    private PushException Forbidden(string what) => new(new PushProblem(StatusCodes.Status403Forbidden, "forbidden", texts["Forbidden", what]));

    private IResult Refuse(HttpContext http, ConfiguredAccount? account, PushProblem problem)
    {
        metrics.Count(account?.Name, problem.Status);
        if (problem.Status == StatusCodes.Status401Unauthorized)
            http.Response.Headers.WWWAuthenticate = "Bearer";
        if (problem.RetryAfter is { } wait)
            http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        var more = new Dictionary<string, object?> { ["code"] = problem.Code };
        if (problem.Field is not null)
            more["field"] = problem.Field;
        if (problem.ErrorCode is { } code)
            more["errcode"] = code;
        if (problem.Hint is not null)
            more["hint"] = problem.Hint;
        return Results.Problem(problem.Detail, statusCode: problem.Status, extensions: more);
    }
}
