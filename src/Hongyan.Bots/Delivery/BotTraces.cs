using System.Diagnostics;

namespace Hongyan;

/// <summary>Spans of the path, named by its words, under the source <c>Hongyan</c>. Where nobody listens, none is made.</summary>
internal static class BotTraces
{
    public const string Account = "hongyan.account";
    public const string Kind = "hongyan.kind";
    public const string Route = "hongyan.route";
    public const string HandOver = "hongyan.hand_over";
    public const string Duplicate = "hongyan.duplicate";

    public static ActivitySource Source { get; } = new("Hongyan");

    /// <summary>Says what went wrong: the type only, because the message of an exception may hold what a person wrote.</summary>
    public static void Fail(this Activity? span, Exception failure)
    {
        span?.SetStatus(ActivityStatusCode.Error);
        span?.SetTag("error.type", failure.GetType().FullName);
    }
}
