using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using Hongyan.Simulator.Resources;

namespace Hongyan.Simulator.Control;

/// <summary>Checks the fields of what a script or the page wants a person to say or do.</summary>
internal sealed class GivenFields(Wording wording)
{
    private const int MaxFieldBytes = 2048;
    private const int MaxTexts = 100;

    /// <summary>The first field that cannot be taken, or null.</summary>
    /// <param name="given">What was given.</param>
    /// <param name="foreign">Fields that the kind does not have.</param>
    /// <param name="kind">Name of the kind.</param>
    public SendResult? FindWrong<T>(T given, IReadOnlyList<string> foreign, string kind)
    {
        if (foreign.Count > 0)
            return SendResult.Refused(foreign[0], wording["Problem_ForeignField", kind, foreign[0]]);

        var fields = SampleOverlay.Fields(given);
        if (IsBeyond(fields, "latitude", 90) || IsBeyond(fields, "longitude", 180))
            return SendResult.Refused(IsBeyond(fields, "latitude", 90) ? "latitude" : "longitude", wording["Problem_Degrees"]);

        var count = 0;
        foreach (var (field, text) in SampleOverlay.Texts(given))
        {
            if (text is null)
                return SendResult.Refused(field, wording["Problem_ListHole"]);
            if (++count > MaxTexts)
                return SendResult.Refused(field, wording["Problem_ListLong", MaxTexts]);
            var bytes = Encoding.UTF8.GetByteCount(text);
            if (bytes > MaxFieldBytes)
                return SendResult.Refused(field, wording["Problem_TextLong", bytes, MaxFieldBytes]);
            if (!IsXml(text))
                return SendResult.Refused(field, wording["Problem_TextNotXml"]);
        }
        return null;
    }

    private static bool IsBeyond(JsonObject fields, string name, double degrees) =>
        fields[name] is { } value && Math.Abs(value.GetValue<double>()) > degrees;

    // Control characters have no place in XML; a keyboard cannot make them either.
    private static bool IsXml(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
                continue;
            if (i + 1 >= text.Length || !XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                return false;
            i++;
        }
        return true;
    }
}
