using System.Globalization;

namespace Hongyan;

/// <summary>Turns one captured text into what a parameter wants.</summary>
/// <param name="Index">Which capture of the pattern.</param>
/// <param name="TryParse">Parses it.</param>
internal sealed record CaptureParser(int Index, CaptureParser.TryParseCapture TryParse)
{
    public delegate bool TryParseCapture(string text, out object? value);

    /// <summary>The parser for a parameter's type, or null where the type cannot be parsed.</summary>
    public static TryParseCapture? For(Type type)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (target == typeof(string))
        {
            return (string text, out object? value) =>
            {
                value = text;
                return true;
            };
        }

        var parsable = target.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IParsable<>)
            && face.GenericTypeArguments[0] == target);
        return parsable
            ? typeof(CaptureParser).GetMethod(nameof(TryParseAs), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(target).CreateDelegate<TryParseCapture>()
            : null;
    }

    private static bool TryParseAs<T>(string text, out object? value)
        where T : IParsable<T>
    {
        var parsed = T.TryParse(text, CultureInfo.InvariantCulture, out var result);
        value = result;
        return parsed;
    }
}
