using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hongyan;

/// <summary>
/// A conversation of several turns (多轮对话): one class is the conversation, one public method is a step, and the parameter of the step is
/// the answer it understands. What it knows is an immutable record that is committed with every turn, so a dialog goes on after a restart.
/// </summary>
/// <remarks>
/// A step takes a <see cref="string"/>, a <see cref="bool"/> (是 or 否), anything that implements <see cref="IParsable{TSelf}"/>, or a kind
/// of message such as <see cref="ImageMessage"/>; after it, if it wants, a <see cref="CancellationToken"/>. It returns <see cref="Next"/>,
/// also as a task. What does not fit is answered with 没看懂，请再说一次。 and 取消 always leaves. A step that throws leaves the dialog where it was.
/// The name of the step is stored: renaming it ends the dialogs that wait for it, with a sentence that says so.
/// </remarks>
/// <typeparam name="TState">What the dialog knows; kept as JSON.</typeparam>
public abstract class Dialog<TState> : Dialog
    where TState : class, new()
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What the dialog knows so far.</summary>
    protected TState State { get; private set; } = new();

    /// <summary>Asks a question.</summary>
    /// <param name="step">The method that takes the answer: <c>Title</c>.</param>
    /// <param name="prompt">The question.</param>
    /// <param name="state">What the dialog knows now: <c>State with { … }</c>; null where it has learnt nothing.</param>
    protected Next Ask(Delegate step, Reply prompt, TState? state = null)
    {
        var next = AskStep(step, prompt);
        State = state ?? State;
        return next;
    }

    private protected override void ReadState(string? json)
    {
        if (json is not null)
            State = JsonSerializer.Deserialize<TState>(json, Json) ?? throw new JsonException("The state of the dialog is null.");
    }

    private protected override string WriteState() => JsonSerializer.Serialize(State, Json);
}
