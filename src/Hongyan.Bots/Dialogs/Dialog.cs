using System.Text.Encodings.Web;
using System.Text.Json;
using Hongyan.Storage;

namespace Hongyan;

/// <summary>What all dialogs have; derive from <see cref="Dialog{TState}"/>.</summary>
public abstract class Dialog
{
    private BotContext? _context;
    private DialogType? _type;

    private protected Dialog()
    {
    }

    /// <summary>How long the person may take for an answer. After that the dialog is over.</summary>
    /// <value>30 minutes.</value>
    public virtual TimeSpan Lifetime => TimeSpan.FromMinutes(30);

    /// <summary>After how long the person is reminded of the question, once; null never. Needs an account that can send.</summary>
    /// <value>20 minutes.</value>
    public virtual TimeSpan? RemindAfter => TimeSpan.FromMinutes(20);

    /// <summary>The message that this turn answers.</summary>
    protected BotContext Context => _context ?? throw new InvalidOperationException("The turn of the dialog is over; nothing can join it any more. Await what the step begins.");

    /// <summary>The first question: <c>Ask(Title, "标题是什么？")</c>.</summary>
    public abstract Next Start();

    /// <summary>Asks the same question once more, because the answer will not do. What the dialog knows stays as it was.</summary>
    /// <param name="prompt">What is wrong with the answer: 只能是 1、2、3。</param>
    protected Next Retry(Reply prompt)
    {
        ArgumentNullException.ThrowIfNull(prompt);
        _ = Context;
        return new Next(NextKind.Retry, prompt);
    }

    /// <summary>Ends the dialog.</summary>
    /// <param name="reply">The last word.</param>
    protected Next Done(Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        _ = Context;
        return new Next(NextKind.Done, reply);
    }

    private protected Next AskStep(Delegate step, Reply prompt)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(prompt);
        _ = Context;
        if (!ReferenceEquals(step.Target, this) || _type!.FindStep(step.Method.Name) is null)
            throw new ArgumentException($"{step.Method.Name} is not a step of {GetType().Name}: a public method of it that takes the answer and returns Next.", nameof(step));
        return new Next(NextKind.Ask, prompt, step.Method.Name);
    }

    internal void Begin(BotContext context, DialogType type, string? state)
    {
        _context = context;
        _type = type;
        ReadState(state);
    }

    /// <summary>Puts down where the dialog stands now, and ends the turn: late code cannot write any more.</summary>
    /// <param name="next">What the step returned.</param>
    /// <param name="step">The step; null where it is the start.</param>
    /// <param name="time">The clock.</param>
    /// <returns>What the person reads.</returns>
    internal Reply Take(Next next, string? step, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(next);
        var context = Context;
        var waitsFor = next.Kind == NextKind.Ask ? next.Step : next.Kind == NextKind.Retry ? step : null;
        if (next.Kind == NextKind.Retry && step is null)
            throw new InvalidOperationException($"{GetType().Name}.Start has asked nothing yet, so there is nothing to retry.");
        var now = time.GetUtcNow();
        context.Dialog = new DialogChange(context.User, waitsFor is null
            ? null
            : new DialogState(context.User, _type!.Name, waitsFor, WriteState(), now + Lifetime, context.CanSendLater && RemindAfter < Lifetime ? now + RemindAfter : null));
        _context = null;
        return next.Reply;
    }

    private protected abstract void ReadState(string? json);

    private protected abstract string WriteState();
}

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
