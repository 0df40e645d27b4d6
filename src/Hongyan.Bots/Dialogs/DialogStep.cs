using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using Hongyan.Storage;

namespace Hongyan;

/// <summary>One step of a dialog, understood when its route was registered: which answer it takes and how it is called.</summary>
internal sealed class DialogStep
{
    private static readonly string[] Yes = ["是", "是的", "对", "好", "好的", "确认", "提交", "可以", "YES", "Y", "TRUE", "OK"];
    private static readonly string[] No = ["否", "不", "不是", "不要", "不用", "不行", "NO", "N", "FALSE"];

    private readonly Func<Dialog, object?, CancellationToken, ValueTask<Next>> _invoke;
    private readonly CaptureParser.TryParseCapture? _parse;

    private DialogStep(MethodInfo method, CaptureParser.TryParseCapture? parse)
    {
        Name = method.Name;
        AnswerType = method.GetParameters()[0].ParameterType;
        _parse = parse;
        _invoke = Compile(method);
    }

    public string Name { get; }

    public Type AnswerType { get; }

    /// <summary>Understands a public method of a dialog; null where it is no step.</summary>
    /// <exception cref="HongyanStartupException">HY1014: it is a step, but nothing can answer it.</exception>
    public static DialogStep? Of(MethodInfo method)
    {
        if (method.ReturnType != typeof(Next) && method.ReturnType != typeof(Task<Next>) && method.ReturnType != typeof(ValueTask<Next>))
            return null;
        var parameters = method.GetParameters();
        var owner = method.DeclaringType!.Name;
        if (parameters.Length == 0 || parameters.Length > 2 || (parameters.Length == 2 && parameters[1].ParameterType != typeof(CancellationToken)))
            throw new HongyanStartupException("HY1014", $"The step {owner}.{method.Name} must take the answer, and after it nothing but a CancellationToken. Services come by the constructor.");

        var answer = parameters[0].ParameterType;
        if (answer.IsAssignableTo(typeof(Incoming)))
            return new DialogStep(method, parse: null);
        var parse = answer == typeof(bool) ? TryParseBool : CaptureParser.For(answer);
        return new DialogStep(method, parse ?? throw new HongyanStartupException("HY1014",
            $"The step {owner}.{method.Name} cannot be answered: nothing that a person sends becomes {answer.Name}. Take string, bool, a type that implements IParsable<T>, or a message such as ImageMessage."));
    }

    /// <summary>Whether the message is an answer of the kind that the step takes.</summary>
    public bool TryRead(Incoming incoming, out object? answer)
    {
        answer = incoming;
        if (_parse is null)
            return AnswerType.IsInstanceOfType(incoming);
        // Chinese keyboards write digits and letters in full width, too.
        return incoming is TextMessage text && _parse(text.Content.Trim().Normalize(NormalizationForm.FormKC), out answer);
    }

    public ValueTask<Next> InvokeAsync(Dialog dialog, object? answer, CancellationToken cancellationToken) => _invoke(dialog, answer, cancellationToken);

    private static bool TryParseBool(string? text, out object? value)
    {
        var word = (text ?? "").TrimEnd('。', '.', '！', '!').ToUpperInvariant();
        value = Yes.Contains(word);
        return Yes.Contains(word) || No.Contains(word);
    }

    private static Func<Dialog, object?, CancellationToken, ValueTask<Next>> Compile(MethodInfo method)
    {
        var dialog = Expression.Parameter(typeof(Dialog));
        var answer = Expression.Parameter(typeof(object));
        var cancellation = Expression.Parameter(typeof(CancellationToken));
        Expression[] arguments = [Expression.Convert(answer, method.GetParameters()[0].ParameterType), cancellation];
        Expression call = Expression.Call(Expression.Convert(dialog, method.DeclaringType!), method, arguments[..method.GetParameters().Length]);
        if (call.Type != typeof(ValueTask<Next>))
            call = Expression.New(typeof(ValueTask<Next>).GetConstructor([call.Type])!, call);
        return Expression.Lambda<Func<Dialog, object?, CancellationToken, ValueTask<Next>>>(call, dialog, answer, cancellation).Compile();
    }
}
