using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hongyan.Cli.Accounts;
using Hongyan.Cli.Inspecting;
using Hongyan.WeCom;

namespace Hongyan.Cli.Sending;

/// <summary>What came of sending: an exit code, a word for programs, and what the platform said.</summary>
/// <param name="State">As <c>--json</c> prints it.</param>
/// <param name="ExitCode">As the shell gets it.</param>
internal sealed record SendReport(string State, int ExitCode)
{
    // Chinese as it is: this goes to a terminal or a program, not into a page.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Taken, and nobody was left out.</summary>
    public static SendReport Sent { get; } = new("sent", Cli.ExitCode.Done);

    /// <summary>What a recall names; null where the platform gives none.</summary>
    public string? MessageId { get; init; }

    /// <summary>Members, departments and tags that do not exist or are outside the visible range, and members without a licence.</summary>
    public IReadOnlyList<string> NotReached { get; init; } = [];

    /// <summary>The platform's errcode.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>The platform's errmsg, or a sentence about what happened.</summary>
    public string? Error { get; init; }

    /// <summary>What to do.</summary>
    public string? Hint { get; init; }

    /// <summary>What the platform answered to a message of an application.</summary>
    public static SendReport Of(SentMessage sent) => new SendReport(sent.ReachesEverybody ? "sent" : "partial", sent.ReachesEverybody ? Cli.ExitCode.Done : Cli.ExitCode.Partial)
    {
        MessageId = sent.MessageId,
        NotReached =
        [
            .. sent.InvalidUserIds.Select(id => $"user:{id}"), .. sent.InvalidDepartmentIds.Select(id => $"party:{id}"),
            .. sent.InvalidTagIds.Select(id => $"tag:{id}"), .. sent.UnlicensedUserIds.Select(id => $"unlicensed:{id}"),
        ],
    };

    /// <summary>The platform said no.</summary>
    public static SendReport Of(Platform platform, PlatformApiException refusal) => new SendReport("refused", Cli.ExitCode.Refused)
    {
        ErrorCode = refusal.Code, Error = refusal.PlatformMessage, Hint = PlatformHints.For(platform, refusal),
    };

    /// <summary>Nobody answered.</summary>
    public static SendReport Of(PlatformUnavailableException failure) => failure.MayHaveTakenEffect
        ? new SendReport("unknown", Cli.ExitCode.Unknown) { Error = failure.Message }
        : new SendReport("unreachable", Cli.ExitCode.Unreachable) { Error = failure.Message };

    /// <summary>One line of JSON.</summary>
    public string ToJson()
    {
        var json = new JsonObject { ["state"] = State };
        if (MessageId is not null)
            json["messageId"] = MessageId;
        if (NotReached.Count > 0)
            json["notReached"] = new JsonArray([.. NotReached.Select(id => (JsonNode)id)]);
        if (ErrorCode is { } code)
            json["errcode"] = code;
        if (Error is not null)
            json["error"] = Error;
        if (Hint is not null)
            json["hint"] = Hint;
        return json.ToJsonString(Readable);
    }
}
