using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Hongyan.Simulator.WeCom;

/// <summary>The card of a passive update: the names of the JSON card in PascalCase, a list as an element repeated.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90241 (更新点击用户的整张卡片).</remarks>
internal static class CardXml
{
    private static readonly HashSet<string> Lists =
        ["horizontal_content_list", "vertical_content_list", "jump_list", "action_list", "option_list", "button_list", "select_list"];

    private static readonly HashSet<string> Flags = ["disable", "is_checked"];

    // These are one word on the JSON side.
    private static readonly Dictionary<string, string> Joined = new(StringComparer.OrdinalIgnoreCase)
    {
        ["AppId"] = "appid", ["PagePath"] = "pagepath", ["KeyName"] = "keyname", ["UserId"] = "userid", ["CheckBox"] = "checkbox",
    };

    /// <summary>The card; null when it cannot be read as one.</summary>
    public static TemplateCard? Read(XElement templateCard)
    {
        try
        {
            return ContentReader.ReadCard(ReadObject(templateCard));
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static JsonObject ReadObject(XElement element)
    {
        var fields = new JsonObject();
        foreach (var child in element.Elements())
        {
            var name = JsonName(child.Name.LocalName);
            var value = Flags.Contains(name) ? JsonValue.Create(child.Value.Trim() is "true" or "1")
                : child.HasElements ? ReadObject(child)
                : (JsonNode)child.Value.Trim();
            if (!Lists.Contains(name))
                fields[name] = value;
            else if (fields[name] is JsonArray list)
                list.Add(value);
            else
                fields[name] = new JsonArray(value);
        }
        return fields;
    }

    private static string JsonName(string name) =>
        Joined.TryGetValue(name, out var joined) ? joined : System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
