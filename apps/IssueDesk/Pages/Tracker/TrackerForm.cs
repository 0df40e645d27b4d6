using System.Globalization;
using Hongyan.Hub.Shell;
using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Trackers;
using Microsoft.AspNetCore.Http;

namespace Hongyan.IssueDesk.Pages.Tracker;

/// <summary>The tracker as the form has it. Secrets only go in: an empty field leaves what is set.</summary>
internal sealed record TrackerForm
{
    public const int Longest = 500;

    public string Kind { get; init; } = "";

    public string BaseUrl { get; init; } = "";

    public string User { get; init; } = "";

    public string Token { get; init; } = "";

    public string Timeout { get; init; } = "";

    public string WebhookSecret { get; init; } = "";

    public bool ForgetsWebhookSecret { get; init; }

    public static TrackerForm Of(TrackerOptions tracker) => new()
    {
        Kind = tracker.Kind.ToString(),
        BaseUrl = tracker.BaseUrl?.OriginalString ?? "",
        User = tracker.User ?? "",
        Timeout = tracker.TimeoutSeconds.ToString(CultureInfo.InvariantCulture),
    };

    public static TrackerForm Read(HttpContext context, TrackerOptions current) => new()
    {
        Kind = context.Request.Form.ContainsKey("kind") ? context.Field("kind") : current.Kind.ToString(),
        BaseUrl = context.Request.Form.ContainsKey("baseurl") ? context.Field("baseurl").Trim() : current.BaseUrl?.OriginalString ?? "",
        User = context.Request.Form.ContainsKey("user") ? context.Field("user").Trim() : current.User ?? "",
        Token = context.Field("token").Trim(),
        Timeout = context.Request.Form.ContainsKey("timeout") ? context.Field("timeout").Trim() : current.TimeoutSeconds.ToString(CultureInfo.InvariantCulture),
        WebhookSecret = context.Field("webhook").Trim(),
        ForgetsWebhookSecret = context.Field("forget-webhook") == "true",
    };

    /// <summary>What is wrong: the field and the name of the sentence.</summary>
    /// <param name="current">The tracker as it is.</param>
    public IEnumerable<(string Field, string Sentence)> FindProblems(TrackerOptions current)
    {
        if (!Enum.GetNames<TrackerKind>().Contains(Kind) || Kind == nameof(TrackerKind.None))
            yield return ("kind", "Problem_Kind");
        if (!int.TryParse(Timeout, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds is < 1 or > 300)
            yield return ("timeout", "Problem_Timeout");
        if (new[] { BaseUrl, User, Token, WebhookSecret }.Any(value => value.Length > Longest))
            yield return ("baseurl", "Problem_Long");
        if (WebhookSecret.Length > 0 && (WebhookSecret.Length < 16 || !WebhookSecret.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')))
            yield return ("webhook", "Problem_Webhook");
        if (Kind == nameof(TrackerKind.Demo))
            yield break;
        if (!Uri.TryCreate(BaseUrl, UriKind.Absolute, out var address) || address is not { Scheme: "https" or "http", Query: "", Fragment: "", UserInfo: "" })
            yield return ("baseurl", "Problem_BaseUrl");
        else if (Token.Length == 0 && !string.IsNullOrEmpty(current.Token) && !IsSameServer(address, current.BaseUrl))
            // Or whoever may change the address could have the token sent to a server of their own.
            yield return ("token", "Problem_TokenElsewhere");
        if (Token.Length == 0 && string.IsNullOrEmpty(current.Token))
            yield return ("token", "Problem_Token");
        if (Kind == nameof(TrackerKind.JiraCloud) && User.Length == 0)
            yield return ("user", "Problem_User");
    }

    /// <summary>The tracker, with the secrets that are set already.</summary>
    public TrackerOptions ToOptions(TrackerOptions current) => new()
    {
        Kind = Enum.Parse<TrackerKind>(Kind),
        BaseUrl = BaseUrl.Length > 0 ? new Uri(BaseUrl) : null,
        User = User,
        Token = Token.Length > 0 ? Token : current.Token,
        TimeoutSeconds = int.Parse(Timeout, CultureInfo.InvariantCulture),
    };

    /// <summary>What is to be saved: what differs and may be changed here.</summary>
    public IReadOnlyDictionary<string, string?> FindChanges(TrackerOptions current, ConsoleSettings settings)
    {
        var old = Of(current);
        var all = new List<(string Key, string? Value, bool IsChanged)>
        {
            (SettingKeys.TrackerKind, Kind, Kind != old.Kind),
            (SettingKeys.TrackerBaseUrl, BaseUrl, BaseUrl != old.BaseUrl),
            (SettingKeys.TrackerUser, User, User != old.User),
            (SettingKeys.TrackerToken, Token, Token.Length > 0),
            (SettingKeys.TrackerTimeout, Timeout, Timeout != old.Timeout),
            (SettingKeys.TrackerWebhookSecret, WebhookSecret.Length > 0 ? WebhookSecret : "", WebhookSecret.Length > 0 || ForgetsWebhookSecret),
        };
        return all.Where(each => each.IsChanged && settings.FixedBy(each.Key) is null).ToDictionary(each => each.Key, each => each.Value);
    }

    private static bool IsSameServer(Uri address, Uri? other) =>
        other is not null && address.Scheme == other.Scheme && address.Authority.Equals(other.Authority, StringComparison.OrdinalIgnoreCase);
}
