using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Hongyan.Tests.Incoming;

/// <summary>A record in words: its type, then a line for each property; lists have a line for each item.</summary>
internal static class RecordText
{
    public static string Describe(Hongyan.Incoming incoming)
    {
        var text = new StringBuilder(incoming.GetType().Name);
        foreach (var property in Properties(incoming.GetType()))
        {
            var value = property.GetValue(incoming);
            // Few messages have these, so only those show them.
            if (value is null && property.Name is nameof(Hongyan.Incoming.Robot) or nameof(IncomingMessage.Article))
                continue;
            text.Append('\n').Append(property.Name).Append(':');
            if (value is IEnumerable items and not string)
                text.AppendJoin("", items.Cast<object>().Select(item => $"\n- {Value(item)}".TrimEnd()));
            else if (Value(value) is { Length: > 0 } shown)
                text.Append(' ').Append(shown);
        }
        if (incoming is UnknownMessage or UnknownEvent && !incoming.Raw.IsEmpty)
            AppendFields(text, incoming);
        return text.ToString();
    }

    /// <summary>What no record knows must still be reachable by its name on the wire.</summary>
    private static void AppendFields(StringBuilder text, Hongyan.Incoming incoming)
    {
        foreach (var name in PayloadLeaf.ListTopLevelNames(incoming.Raw.Span))
            text.Append("\nField ").Append(name).Append($": {incoming.Field(name)}".TrimEnd());
    }

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.Name != nameof(Hongyan.Incoming.Raw))
            .OrderBy(property => Depth(property.DeclaringType!));

    private static int Depth(Type type) => type.BaseType is { } parent ? 1 + Depth(parent) : 0;

    private static string Value(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        string text => text.Replace("\n", "\\n", StringComparison.Ordinal),
        DateTimeOffset time => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        Uri address => address.OriginalString,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        Hongyan.Incoming quoted => Describe(quoted).Replace("\n", ", ", StringComparison.Ordinal),
        IEnumerable list => $"[{string.Join(", ", list.Cast<object>().Select(Nested))}]",
        _ => string.Join(", ", value.GetType().GetProperties().Select(property => $"{property.Name}: {Nested(property.GetValue(value))}")),
    };

    private static string Nested(object? value) =>
        value is null or string or IFormattable or bool or IEnumerable ? Value(value) : $"{{{Value(value)}}}";
}
