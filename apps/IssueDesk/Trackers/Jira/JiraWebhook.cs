using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hongyan.IssueDesk.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hongyan.IssueDesk.Trackers.Jira;

/// <summary>Hears from Jira that an issue changed (WebHook). The secret in the address is all that proves who calls; a wrong one finds nothing.</summary>
internal static class JiraWebhook
{
    private const int MostBytes = 1024 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost("/hooks/jira/{secret}", ReceiveAsync).AllowAnonymous();

    private static async Task<IResult> ReceiveAsync(string secret, HttpContext http, DeskSettings settings, IssueStates states)
    {
        if (settings.Current.Tracker is not { Kind: not (TrackerKind.None or TrackerKind.Demo), WebhookSecret.Length: > 0 } tracker
            || !CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), SHA256.HashData(Encoding.UTF8.GetBytes(tracker.WebhookSecret))))
        {
            return Results.NotFound();
        }
        if (http.Request.ContentLength is null or > MostBytes)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        try
        {
            var change = await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
            var items = (change?["changelog"]?["items"] as JsonArray ?? []).OfType<JsonObject>();
            if ((string?)change?["issue"]?["key"] is { Length: > 0 } key
                && items.LastOrDefault(item => (string?)item["field"] == "status") is { } status
                && (string?)status["toString"] is { Length: > 0 } state)
            {
                await states.ChangedAsync(key, state, (string?)(change["user"]?["name"] ?? change["user"]?["accountId"]), http.RequestAborted);
            }
            return Results.Ok();
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return Results.BadRequest();
        }
    }
}
