using System.Diagnostics;

namespace Hongyan;

/// <summary>Spans of the path, named by its words, under the source <c>Hongyan</c>.</summary>
internal static class BotTraces
{
    public static ActivitySource Source { get; } = new("Hongyan");
}
