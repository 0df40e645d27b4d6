using System.Buffers.Text;
using System.Text.Json;

namespace Hongyan.Calls;

/// <summary>The two fields that every JSON answer of the platforms has.</summary>
/// <param name="Code"><c>errcode</c>; 0, or absent, is success.</param>
/// <param name="Message"><c>errmsg</c>.</param>
internal readonly record struct AnswerStatus(int Code, string Message)
{
    /// <summary>Looks at the top level only.</summary>
    /// <returns>False where this is not a JSON object.</returns>
    public static bool TryRead(ReadOnlySpan<byte> json, out AnswerStatus status)
    {
        var code = 0;
        var message = "";
        status = default;
        var reader = new Utf8JsonReader(json);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("errcode"u8) && reader.Read())
                {
                    if (!TryReadCode(ref reader, out code))
                        return false;
                }
                else if (reader.ValueTextEquals("errmsg"u8) && reader.Read())
                {
                    if (reader.TokenType == JsonTokenType.String)
                        message = reader.GetString()!;
                    else
                        reader.Skip();
                }
                else
                {
                    reader.Skip();
                }
            }
        }
        catch (JsonException)
        {
            return false;
        }
        status = new AnswerStatus(code, message);
        return true;
    }

    /// <summary>The platforms write numbers as text now and then.</summary>
    private static bool TryReadCode(ref Utf8JsonReader reader, out int code)
    {
        code = 0;
        return reader.TokenType switch
        {
            JsonTokenType.Number => reader.TryGetInt32(out code),
            JsonTokenType.String => Utf8Parser.TryParse(reader.ValueSpan, out code, out var read) && read == reader.ValueSpan.Length,
            _ => false,
        };
    }
}
