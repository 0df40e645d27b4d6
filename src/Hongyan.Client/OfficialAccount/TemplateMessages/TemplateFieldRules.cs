using System.Buffers;
using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>What the fields of a template may hold: a field says by its name of which type it is, such as <c>thing1</c>.</summary>
/// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html</remarks>
internal static class TemplateFieldRules
{
    private static readonly SearchValues<char> LineBreaks = SearchValues.Create("\r\n");

    /// <summary>Characters by type. Fields of the older templates of industries, such as <c>keyword1</c>, have no type and are left to the platform.</summary>
    private static readonly Dictionary<string, int> Characters = new(StringComparer.Ordinal)
    {
        ["thing"] = 20, ["number"] = 32, ["letter"] = 32, ["symbol"] = 5, ["character_string"] = 32, ["phone_number"] = 17, ["car_number"] = 8, ["phrase"] = 5,
    };

    /// <exception cref="FieldLimitException">A value is empty, too long, or has a line break.</exception>
    public static void Check(LimitCheck check, string name, string page, IReadOnlyDictionary<string, string> fields)
    {
        check.Count(name, fields.Count, 1, int.MaxValue);
        foreach (var (key, value) in fields)
        {
            var field = $"{name}[{key}]";
            check.Required(field, value);
            if (!Characters.TryGetValue(key.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), out var most))
                continue;
            check.Characters(field, value, most);
            if (value.AsSpan().IndexOfAny(LineBreaks) >= 0)
                throw new FieldLimitException(field, 1, value.Split('\n').Length, $"{field} has a line break; a field of a template is one line ({page}). Take it out.");
        }
    }

    /// <summary>Writes <c>data</c>.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, string> fields)
    {
        json.WriteStartObject("data"u8);
        foreach (var (key, value) in fields)
        {
            json.WriteStartObject(key);
            json.WriteString("value"u8, value);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    /// <summary>Writes <c>miniprogram</c>.</summary>
    public static void Write(Utf8JsonWriter json, TemplateMiniProgram? program)
    {
        if (program is null)
            return;
        json.WriteStartObject("miniprogram"u8);
        json.WriteString("appid"u8, program.AppId);
        json.WriteOptional("pagepath"u8, program.PagePath);
        json.WriteEndObject();
    }
}
