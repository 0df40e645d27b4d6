using System.Globalization;
using Hongyan.Protocol;

namespace Hongyan.Simulator.Findings;

/// <summary>Something the simulator noticed. The sentence is made when it is shown, in the reader's language.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Code">The platform's official code (-40001 …), where there is one.</param>
/// <param name="Arguments">What fills the sentence's places.</param>
public sealed record Finding(FindingKind Kind, int? Code, IReadOnlyList<string> Arguments)
{
    /// <summary>A finding without an official code.</summary>
    public static Finding Of(FindingKind kind, params IReadOnlyList<object> arguments) => new(kind, null, Print(arguments));

    /// <summary>A finding with the official code of the platform's crypto library.</summary>
    public static Finding Of(FindingKind kind, CallbackError error, params IReadOnlyList<object> arguments) =>
        new(kind, (int)error, Print(arguments));

    private static string[] Print(IReadOnlyList<object> arguments) =>
        [.. arguments.Select(argument => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "")];
}
