using System.Linq.Expressions;
using System.Reflection;
using System.Text;

namespace Hongyan;

/// <summary>Makes one thing, a task of a reply, of everything that a handler may return.</summary>
internal static class ReplyConversion
{
    /// <summary>What the message of HY1004 lists.</summary>
    public const string Allowed = "string, Reply (or a type derived from it), IAsyncEnumerable<string> or void, each also as Task or ValueTask";

    /// <summary>Wraps the call of a handler; null where its return type is none of the allowed ones.</summary>
    /// <param name="call">The call.</param>
    /// <param name="context">The context of the message.</param>
    public static Expression? Wrap(Expression call, ParameterExpression context)
    {
        var type = call.Type;
        if (type.IsAssignableTo(typeof(IAsyncEnumerable<string>)))
            return Expression.Call(Method(nameof(JoinAsync)), call, context);
        if (type.IsGenericType && type.GenericTypeArguments is [var inner] && inner.IsAssignableTo(typeof(IAsyncEnumerable<string>)))
        {
            var wrapper = type.GetGenericTypeDefinition();
            var join = wrapper == typeof(Task<>) ? nameof(JoinTaskOfAsync) : wrapper == typeof(ValueTask<>) ? nameof(JoinValueTaskOfAsync) : null;
            return join is null ? null : Expression.Call(Method(join).MakeGenericMethod(inner), call, context);
        }
        if (type == typeof(void))
            return Expression.Block(call, Expression.Default(typeof(ValueTask<Reply?>)));
        if (type == typeof(Task))
            return Call(nameof(AwaitTask), call);
        if (type == typeof(ValueTask))
            return Call(nameof(AwaitValueTask), call);
        if (type.IsGenericType && IsReply(type.GenericTypeArguments[0]))
        {
            var definition = type.GetGenericTypeDefinition();
            var name = definition == typeof(Task<>) ? nameof(AwaitTaskOf) : definition == typeof(ValueTask<>) ? nameof(AwaitValueTaskOf) : null;
            return name is null ? null : Call(name, call, type.GenericTypeArguments[0]);
        }
        return IsReply(type) ? Call(nameof(FromValue), Expression.Convert(call, typeof(object))) : null;
    }

    private static bool IsReply(Type type) => type == typeof(string) || type.IsAssignableTo(typeof(Reply));

    private static MethodCallExpression Call(string name, Expression argument, Type? genericArgument = null)
    {
        var method = Method(name);
        return Expression.Call(genericArgument is null ? method : method.MakeGenericMethod(genericArgument), argument);
    }

    private static MethodInfo Method(string name) => typeof(ReplyConversion).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;

    private static Reply? ToReply(object? value) => value is string text ? text : (Reply?)value;

    private static ValueTask<Reply?> FromValue(object? value) => new(ToReply(value));

    private static async ValueTask<Reply?> AwaitTask(Task? task)
    {
        if (task is not null)
            await task.ConfigureAwait(false);
        return null;
    }

    private static async ValueTask<Reply?> AwaitValueTask(ValueTask task)
    {
        await task.ConfigureAwait(false);
        return null;
    }

    private static async ValueTask<Reply?> AwaitTaskOf<T>(Task<T>? task) =>
        task is null ? null : ToReply(await task.ConfigureAwait(false));

    private static async ValueTask<Reply?> AwaitValueTaskOf<T>(ValueTask<T> task) => ToReply(await task.ConfigureAwait(false));

    /// <summary>Shows the pieces as they come where the platform can, and makes one answer of them.</summary>
    private static async ValueTask<Reply?> JoinAsync(IAsyncEnumerable<string>? pieces, BotContext context)
    {
        if (pieces is null)
            return null;
        var whole = new StringBuilder();
        await foreach (var piece in pieces.WithCancellation(context.CancellationToken).ConfigureAwait(false))
        {
            if (string.IsNullOrEmpty(piece))
                continue;
            whole.Append(piece);
            context.Stream?.Say(piece);
        }
        var text = whole.ToString();
        if (Platform.Of(context.Account).Streams || Encoding.UTF8.GetByteCount(text) <= TextReply.MaxBytes)
            return text;
        if (!context.CanSend)
            return TextReply.Cut(text);
        // All of them the same way, or the first would overtake the others.
        foreach (var part in Utf8Limit.Split(text, TextReply.MaxBytes))
            await context.SendAsync(part, context.CancellationToken).ConfigureAwait(false);
        return null;
    }

    private static async ValueTask<Reply?> JoinTaskOfAsync<T>(Task<T>? task, BotContext context)
        where T : IAsyncEnumerable<string> => task is null ? null : await JoinAsync(await task.ConfigureAwait(false), context).ConfigureAwait(false);

    private static async ValueTask<Reply?> JoinValueTaskOfAsync<T>(ValueTask<T> task, BotContext context)
        where T : IAsyncEnumerable<string> => await JoinAsync(await task.ConfigureAwait(false), context).ConfigureAwait(false);
}
