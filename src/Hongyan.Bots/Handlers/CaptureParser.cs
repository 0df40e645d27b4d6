using System.Globalization;
using System.Reflection;

namespace Hongyan;

/// <summary>Turns one captured text into what a parameter wants.</summary>
/// <param name="Index">Which capture of the pattern.</param>
/// <param name="TryParse">Parses it.</param>
internal sealed record CaptureParser(int Index, CaptureParser.TryParseCapture TryParse)
{
    /// <summary>Parses one capture; the text is null where an optional group of a regular expression took no part.</summary>
    public delegate bool TryParseCapture(string? text, out object? value);

    /// <summary>The parser for a parameter's type, or null where the type cannot be parsed.</summary>
    public static TryParseCapture? For(Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (target == typeof(string))
        {
            return (string? text, out object? value) =>
            {
                value = text ?? "";
                return true;
            };
        }

        var parsable = target.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IParsable<>)
            && face.GenericTypeArguments[0] == target);
        if (!parsable)
            return null;
        var parse = typeof(CaptureParser).GetMethod(nameof(TryParseAs), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(target).CreateDelegate<TryParseCapture>();
        return target == type ? parse : OrNull(parse);
    }

    private static TryParseCapture OrNull(TryParseCapture parse) => (string? text, out object? value) =>
    {
        value = null;
        return text is null || parse(text, out value);
    };

    private static bool TryParseAs<T>(string? text, out object? value)
        where T : IParsable<T>
    {
        var parsed = T.TryParse(text, CultureInfo.InvariantCulture, out var result);
        value = result;
        return parsed;
    }
}
