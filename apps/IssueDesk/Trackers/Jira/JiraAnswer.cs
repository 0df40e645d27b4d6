using System.Net;
using System.Text.Json.Nodes;

namespace Hongyan.IssueDesk.Trackers.Jira;

/// <summary>An answer that arrived whole.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Json">The JSON; null where it is none, such as a page of a proxy.</param>
internal sealed record JiraAnswer(HttpStatusCode Status, JsonNode? Json)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>How long Jira wants to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Why a sign-in was refused, such as CAPTCHA_CHALLENGE.</summary>
    public string? DeniedReason { get; init; }

    /// <summary>What Jira says of single fields.</summary>
    public IReadOnlyDictionary<string, string> FieldErrors =>
        (Json as JsonObject)?["errors"] is JsonObject errors ? errors.ToDictionary(error => error.Key, error => error.Value?.ToString() ?? "", StringComparer.Ordinal) : new Dictionary<string, string>();

    /// <summary>What else it says.</summary>
    public IReadOnlyList<string> Messages =>
        (Json as JsonObject)?["errorMessages"] is JsonArray messages ? [.. messages.Select(message => message?.ToString() ?? "").Where(message => message.Length > 0)] : [];

    /// <summary>In a sentence, for the administrator.</summary>
    public string Describe()
    {
        var said = string.Join("; ", Messages.Concat(FieldErrors.Select(error => $"{error.Key}: {error.Value}")));
        var text = $"HTTP {(int)Status}{(DeniedReason is null ? "" : $" ({DeniedReason})")}";
        if (said.Length > 0)
            return $"{text}: {said}";
        return Json is null && IsSuccess ? $"{text}, but no JSON: is BaseUrl Jira's own address, and does a sign-in page or a proxy answer?" : text;
    }
}
