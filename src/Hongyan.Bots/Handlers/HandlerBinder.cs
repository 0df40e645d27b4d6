using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan;

/// <summary>
/// Understands a handler once, when it is registered, so that a mistake fails at start with the route and the fix, and a message costs
/// no reflection. The order of binding is written down at <see cref="BotScope"/>.
/// </summary>
internal sealed class HandlerBinder(IServiceProviderIsService services, string account)
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
    public BoundHandler Bind(string route, Type messageType, IReadOnlyList<string> captures, Delegate handler) =>
        Bind(route, messageType, captures, handler, mayAskForException: false);

    /// <summary>Binds the handler of <see cref="Bot.OnError"/>, the only one that may ask for the exception.</summary>
    public BoundHandler BindErrorHandler(Delegate handler) => Bind("error", typeof(Incoming), [], handler, mayAskForException: true);

    private BoundHandler Bind(string route, Type messageType, IReadOnlyList<string> captures, Delegate handler, bool mayAskForException)
    {
        var context = Expression.Parameter(typeof(BotContext), "context");
        var parsers = new List<CaptureParser>();
        var arguments = new List<Expression>();
        foreach (var parameter in HandlerParameter.Of(handler))
        {
            arguments.Add(
                BindContext(parameter.Type, context, mayAskForException)
                ?? BindMessage(route, parameter, context, ref messageType)
                ?? BindService(parameter, context)
                ?? BindCapture(route, parameter, captures, parsers, context)
                ?? throw NotBound(route, parameter, captures));
        }

        if (handler.Method.ReturnType == typeof(void) && handler.Method.GetCustomAttribute<AsyncStateMachineAttribute>() is not null)
            throw new HongyanStartupException("HY1004", $"Route '{route}': the handler is async void, so nobody could wait for it. Return Task.");

        var body = ReplyConversion.Wrap(Expression.Invoke(Expression.Constant(handler), arguments), context)
            ?? throw new HongyanStartupException("HY1004",
                $"Route '{route}': a handler cannot return {Name(handler.Method.ReturnType)}. It may return {ReplyConversion.Allowed}.");
        return new BoundHandler(messageType, [.. parsers], Expression.Lambda<Func<BotContext, ValueTask<Reply?>>>(body, context).Compile());
    }

    private static Expression? BindContext(Type asked, ParameterExpression context, bool mayAskForException)
    {
        if (asked == typeof(BotContext))
            return context;
        if (asked == typeof(CancellationToken))
            return Expression.Property(context, nameof(BotContext.CancellationToken));
        if (asked == typeof(UserRef))
            return Expression.Property(context, nameof(BotContext.User));
        if (asked == typeof(Account))
            return Expression.Property(context, nameof(BotContext.Account));
        return mayAskForException && asked == typeof(Exception) ? Expression.Property(context, nameof(BotContext.Error)) : null;
    }

    private static UnaryExpression? BindMessage(string route, HandlerParameter parameter, ParameterExpression context, ref Type messageType)
    {
        var asked = parameter.Type;
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

    private UnaryExpression? BindService(HandlerParameter parameter, ParameterExpression context)
    {
        var provider = Expression.Property(context, nameof(BotContext.Services));
        var type = parameter.Type;
        if (parameter.Written.GetCustomAttribute<FromKeyedServicesAttribute>() is { } asked)
            return IsKeyed(type, asked.Key) ? Keyed(asked.Key) : null;
        // What is registered under the account's name, such as its WeComClient, belongs to this account and no other.
        if (IsKeyed(type, account) && !IsOfTheContainer(type))
            return Keyed(account);
        return services.IsService(type)
            ? Expression.Convert(Expression.Call(GetService, provider, Expression.Constant(type)), type)
            : null;

        UnaryExpression Keyed(object? key) => Expression.Convert(
            Expression.Call(GetKeyedService, provider, Expression.Constant(type), Expression.Constant(key, typeof(object))), type);
    }

    /// <summary>What the container has without being told, and so claims to have under every key, empty or not at all.</summary>
    private static bool IsOfTheContainer(Type type) =>
        type == typeof(IServiceProvider) || type == typeof(IServiceScopeFactory)
        || type == typeof(IServiceProviderIsService) || type == typeof(IServiceProviderIsKeyedService)
        || (type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>));

    private bool IsKeyed(Type type, object? key) => services is IServiceProviderIsKeyedService keyed && keyed.IsKeyedService(type, key);

    private static UnaryExpression? BindCapture(
        string route, HandlerParameter parameter, IReadOnlyList<string> captures, List<CaptureParser> parsers, ParameterExpression context)
    {
        var index = captures.ToList().FindIndex(name => name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase));
        if (index < 0)
            return null;

        var parse = CaptureParser.For(parameter.Type)
            ?? throw new HongyanStartupException("HY1003",
                $"Route '{route}': the capture {{{parameter.Name}}} cannot become {Name(parameter.Type)}; take string or a type that implements IParsable<T>.");
        parsers.Add(new CaptureParser(index, parse));
        var value = Expression.ArrayIndex(Expression.Property(context, nameof(BotContext.Captures)), Expression.Constant(parsers.Count - 1));
        return Expression.Convert(value, parameter.Type);
    }

    private static HongyanStartupException NotBound(string route, HandlerParameter parameter, IReadOnlyList<string> captures)
    {
        var place = captures.Count == 0 ? "" : " a {capture} in the pattern,";
        return new HongyanStartupException("HY1003",
            $"Route '{route}': parameter '{Name(parameter.Type)} {parameter.Name}' is not the message,{place} or a registered service. "
            + "Rename it, or register the service before builder.Build().");
    }

    private static string Name(Type type)
    {
        // A class inside a generic one is generic without a mark of its own.
        var mark = type.Name.IndexOf('`');
        return mark < 0 ? type.Name : $"{type.Name[..mark]}<{string.Join(", ", type.GenericTypeArguments.Select(Name))}>";
    }
}
