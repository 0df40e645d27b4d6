using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan;

/// <summary>
/// Understands a handler once, when it is registered, so that a mistake fails at start with the route and the fix, and a message costs
/// no reflection. The order of binding is written down at <see cref="BotScope"/>.
/// </summary>
internal sealed class HandlerBinder(IServiceProviderIsService services)
{
    private static readonly MethodInfo GetService = typeof(ServiceProviderServiceExtensions)
        .GetMethod(nameof(ServiceProviderServiceExtensions.GetRequiredService), [typeof(IServiceProvider), typeof(Type)])!;

    private static readonly MethodInfo GetKeyedService = typeof(ServiceProviderKeyedServiceExtensions)
        .GetMethod(nameof(ServiceProviderKeyedServiceExtensions.GetRequiredKeyedService), [typeof(IServiceProvider), typeof(Type), typeof(object)])!;

    /// <summary>Binds a handler to a route.</summary>
    /// <param name="route">The route's description, for the message of a mistake.</param>
    /// <param name="messageType">The kind of message that the route takes.</param>
    /// <param name="captures">The names of the pattern's captures.</param>
    /// <param name="handler">The user's delegate.</param>
    public BoundHandler Bind(string route, Type messageType, IReadOnlyList<string> captures, Delegate handler)
    {
        var context = Expression.Parameter(typeof(BotContext), "context");
        var parsers = new List<CaptureParser>();
        var arguments = new List<Expression>();
        foreach (var parameter in handler.Method.GetParameters().Skip(IsClosedOverFirst(handler) ? 1 : 0))
        {
            arguments.Add(
                BindContext(parameter, context)
                ?? BindMessage(route, parameter, context, ref messageType)
                ?? BindService(parameter, context)
                ?? BindCapture(route, parameter, captures, parsers, context)
                ?? throw NotBound(route, parameter, captures));
        }

        if (handler.Method.ReturnType == typeof(void) && handler.Method.GetCustomAttribute<AsyncStateMachineAttribute>() is not null)
            throw new HongyanStartupException("HY1004", $"Route '{route}': the handler is async void, so nobody could wait for it. Return Task.");

        var body = ReplyConversion.Wrap(Expression.Invoke(Expression.Constant(handler), arguments))
            ?? throw new HongyanStartupException("HY1004",
                $"Route '{route}': a handler cannot return {Name(handler.Method.ReturnType)}. It may return {ReplyConversion.Allowed}.");
        return new BoundHandler(messageType, [.. parsers], Expression.Lambda<Func<BotContext, ValueTask<Reply?>>>(body, context).Compile());
    }

    private static Expression? BindContext(ParameterInfo parameter, ParameterExpression context)
    {
        if (parameter.ParameterType == typeof(BotContext))
            return context;
        if (parameter.ParameterType == typeof(CancellationToken))
            return Expression.Property(context, nameof(BotContext.CancellationToken));
        if (parameter.ParameterType == typeof(UserRef))
            return Expression.Property(context, nameof(BotContext.User));
        if (parameter.ParameterType == typeof(Account))
            return Expression.Property(context, nameof(BotContext.Account));
        return parameter.ParameterType == typeof(Exception) ? Expression.Property(context, nameof(BotContext.Error)) : null;
    }

    private static UnaryExpression? BindMessage(string route, ParameterInfo parameter, ParameterExpression context, ref Type messageType)
    {
        var asked = parameter.ParameterType;
        if (!asked.IsAssignableTo(typeof(Incoming)))
            return null;
        if (!asked.IsAssignableFrom(messageType))
        {
            if (!messageType.IsAssignableFrom(asked))
            {
                throw new HongyanStartupException("HY1009",
                    $"Route '{route}': parameter '{Name(asked)} {parameter.Name}' can never be filled, because the route takes {Name(messageType)}.");
            }
            messageType = asked;
        }
        return Expression.Convert(Expression.Property(context, nameof(BotContext.Incoming)), asked);
    }

    private UnaryExpression? BindService(ParameterInfo parameter, ParameterExpression context)
    {
        var provider = Expression.Property(context, nameof(BotContext.Services));
        var type = parameter.ParameterType;
        if (parameter.GetCustomAttribute<FromKeyedServicesAttribute>() is { } keyed)
        {
            return services is IServiceProviderIsKeyedService keyedServices && keyedServices.IsKeyedService(type, keyed.Key)
                ? Expression.Convert(Expression.Call(GetKeyedService, provider, Expression.Constant(type), Expression.Constant(keyed.Key, typeof(object))), type)
                : null;
        }
        return services.IsService(type)
            ? Expression.Convert(Expression.Call(GetService, provider, Expression.Constant(type)), type)
            : null;
    }

    private static UnaryExpression? BindCapture(
        string route, ParameterInfo parameter, IReadOnlyList<string> captures, List<CaptureParser> parsers, ParameterExpression context)
    {
        var index = captures.ToList().FindIndex(name => name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase));
        if (index < 0)
            return null;

        var parse = CaptureParser.For(parameter.ParameterType)
            ?? throw new HongyanStartupException("HY1003",
                $"Route '{route}': the capture {{{parameter.Name}}} cannot become {Name(parameter.ParameterType)}; take string or a type that implements IParsable<T>.");
        parsers.Add(new CaptureParser(index, parse));
        var value = Expression.ArrayIndex(Expression.Property(context, nameof(BotContext.Captures)), Expression.Constant(parsers.Count - 1));
        return Expression.Convert(value, parameter.ParameterType);
    }

    private static HongyanStartupException NotBound(string route, ParameterInfo parameter, IReadOnlyList<string> captures)
    {
        var place = captures.Count == 0 ? "" : " a {capture} in the pattern,";
        return new HongyanStartupException("HY1003",
            $"Route '{route}': parameter '{Name(parameter.ParameterType)} {parameter.Name}' is not the message,{place} or a registered service. "
            + "Rename it, or register the service before builder.Build().");
    }

    /// <summary>A delegate over a static method may carry its first argument with it; that one is filled already.</summary>
    private static bool IsClosedOverFirst(Delegate handler) => handler.Method.IsStatic && handler.Target is not null;

    private static string Name(Type type) =>
        type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GenericTypeArguments.Select(Name))}>" : type.Name;
}
