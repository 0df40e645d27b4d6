using Hongyan.Cli.Resources;

namespace Hongyan.Cli.Doctor;

/// <summary>One thing that was looked at.</summary>
/// <param name="Name">Its name for programs, such as <c>token</c>.</param>
/// <param name="State">What came of it.</param>
/// <param name="Text">What was found, in a sentence. Holds no secret.</param>
internal sealed record Check(string Name, CheckState State, string Text)
{
    /// <summary>What to do; null where nothing is to be done.</summary>
    public string? Fix { get; init; }

    public static Check Good(string name, string text, params ReadOnlySpan<object?> values) => new(name, CheckState.Good, Texts.Get(text, values));

    public static Check Skipped(string name, string text, params ReadOnlySpan<object?> values) => new(name, CheckState.Skipped, Texts.Get(text, values));

    /// <summary>With the fix under the name of the text and <c>.Fix</c>.</summary>
    public static Check Problem(string name, string text, params ReadOnlySpan<object?> values) =>
        new(name, CheckState.Problem, Texts.Get(text, values)) { Fix = Texts.Get($"{text}.Fix", values) };

    /// <summary>As <see cref="Problem"/>, for what works all the same.</summary>
    public static Check Notice(string name, string text, params ReadOnlySpan<object?> values) =>
        new(name, CheckState.Notice, Texts.Get(text, values)) { Fix = Texts.Get($"{text}.Fix", values) };
}
