using System.Reflection;

namespace Hongyan;

/// <summary>One parameter of a handler.</summary>
/// <param name="Type">What the delegate takes, which may be narrower than what its method takes.</param>
/// <param name="Written">The parameter as the method has it, with the name and the attributes that the delegate lacks.</param>
internal readonly record struct HandlerParameter(Type Type, ParameterInfo Written)
{
    public string? Name => Written.Name;

    /// <summary>The parameters that a call of the delegate fills, in order.</summary>
    public static IEnumerable<HandlerParameter> Of(Delegate handler)
    {
        var taken = handler.GetType().GetMethod(nameof(Action.Invoke))!.GetParameters();
        var written = handler.Method.GetParameters();
        // A delegate may carry its method's first argument, or take the instance to call it on before the rest: the ends fit in either case.
        var carried = written.Length - taken.Length;
        return taken.Select((parameter, i) => new HandlerParameter(parameter.ParameterType, i + carried < 0 ? parameter : written[i + carried]));
    }
}
