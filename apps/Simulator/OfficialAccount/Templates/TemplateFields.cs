using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>Fills a template with what a message gives, as the platform does: a value has its length by its type, and no line breaks.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html and Subscription_Messages/api.html.</remarks>
internal static partial class TemplateFields
{
    private const int UsualCharacters = 20;

    private static readonly Dictionary<string, int> Characters = new()
    {
        ["number"] = 32, ["letter"] = 32, ["character_string"] = 32, ["symbol"] = 5, ["phrase"] = 5, ["phone_number"] = 17, ["car_number"] = 8,
        ["time"] = 32, ["date"] = 32, ["amount"] = 32,
    };

    /// <summary>The lines that are shown, or the first value that is wrong.</summary>
    /// <param name="content">The template's lines.</param>
    /// <param name="data"><c>data</c> of the message.</param>
    public static (IReadOnlyList<NoticeItem> Items, ApiError? Error) Fill(string content, JsonObject? data)
    {
        List<NoticeItem> items = [];
        foreach (var line in Lines().Matches(content).Cast<Match>())
        {
            var key = line.Groups["key"].Value;
            var value = data?.Object(key)?.Text("value")?.Trim('\u0020') ?? "";
            if (value.Length == 0)
                return ([], new(OfficialAccountErrors.WrongArgument.Code, $"{OfficialAccountErrors.WrongArgument.Message} data.{key}.value is empty"));
            var type = key.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
            if (value.AsSpan().IndexOfAny('\r', '\n') >= 0 || Utf8.Characters(value) > Characters.GetValueOrDefault(type, UsualCharacters)
                || (type == "number" && !decimal.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out _)))
                return ([], new(OfficialAccountErrors.WrongArgument.Code, $"{OfficialAccountErrors.WrongArgument.Message} data.{key}.value invalid"));
            items.Add(new(line.Groups["label"].Value, value));
        }
        return (items, null);
    }

    /// <summary>Remarks on what has had no effect since 2023: colours, and the words before and after.</summary>
    public static void Remark(ApiRequest request, JsonObject? data)
    {
        if (data is null)
            return;
        if (data.Any(each => each.Value is JsonObject field && !string.IsNullOrEmpty(field.Text("color"))))
            request.Remark(Finding.Of(FindingKind.TemplateColor));
        if (data.ContainsKey("first") || data.ContainsKey("remark"))
            request.Remark(Finding.Of(FindingKind.TemplateFrame));
    }

    [GeneratedRegex(@"^(?<label>[^\n]*?)：?\{\{(?<key>\w+)\.DATA\}\}", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Lines();
}
