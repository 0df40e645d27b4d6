using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>How menus are written and read, generated at build time.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Menu))]
internal sealed partial class WeComMenusJson : JsonSerializerContext;
