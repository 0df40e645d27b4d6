using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>The platform writes the gender as text that holds a number, now and then as a number, and empty where it is not shown.</summary>
internal sealed class UserGenderConverter : JsonConverter<UserGender>
{
    public override UserGender Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Number => (UserGender)reader.GetInt32(),
        JsonTokenType.String when reader.GetString() is "" => UserGender.Unknown,
        JsonTokenType.String when int.TryParse(reader.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => (UserGender)number,
        _ => throw new JsonException("This is no gender."),
    };

    public override void Write(Utf8JsonWriter writer, UserGender value, JsonSerializerOptions options) =>
        writer.WriteStringValue(((int)value).ToString(CultureInfo.InvariantCulture));
}
