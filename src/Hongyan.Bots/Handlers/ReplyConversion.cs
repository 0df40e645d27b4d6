using System.Linq.Expressions;
using System.Reflection;

namespace Hongyan;

/// <summary>Makes one thing, a task of a reply, of everything that a handler may return.</summary>
internal static class ReplyConversion
{
    /// <summary>What the message of HY1004 lists.</summary>
    public const string Allowed = "string, Reply (or a type derived from it) or void, each also as Task or ValueTask";

    /// <summary>Wraps the call of a handler; null where its return type is none of the allowed ones.</summary>
    public static Expression? Wrap(Expression call)
    {
        var type = call.Type;
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
        var method = typeof(ReplyConversion).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
        return Expression.Call(genericArgument is null ? method : method.MakeGenericMethod(genericArgument), argument);
    }

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
}
