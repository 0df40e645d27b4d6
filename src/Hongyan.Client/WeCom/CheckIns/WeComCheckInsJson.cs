using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>How calls about check-ins are written and read, generated at build time.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CheckInBody))]
[JsonSerializable(typeof(CheckInAnswer))]
[JsonSerializable(typeof(CheckInOptionBody))]
[JsonSerializable(typeof(CheckInOptionAnswer))]
[JsonSerializable(typeof(AttendanceBody))]
[JsonSerializable(typeof(AttendanceAnswer))]
internal sealed partial class WeComCheckInsJson : JsonSerializerContext;

internal sealed record CheckInBody(
    [property: JsonPropertyName("opencheckindatatype")] CheckInKind Kind,
    [property: JsonPropertyName("starttime")] long From,
    [property: JsonPropertyName("endtime")] long To,
    [property: JsonPropertyName("useridlist")] IReadOnlyList<string> UserIds);

internal sealed record CheckInAnswer([property: JsonPropertyName("checkindata")] IReadOnlyList<CheckIn>? CheckIns);

internal sealed record CheckInOptionBody(
    [property: JsonPropertyName("datetime")] long Date,
    [property: JsonPropertyName("useridlist")] IReadOnlyList<string> UserIds);

internal sealed record CheckInOptionAnswer([property: JsonPropertyName("info")] IReadOnlyList<CheckInOption>? Options);

internal sealed record AttendanceBody(
    [property: JsonPropertyName("starttime")] long From,
    [property: JsonPropertyName("endtime")] long To,
    [property: JsonPropertyName("useridlist")] IReadOnlyList<string> UserIds);

internal sealed record AttendanceAnswer([property: JsonPropertyName("datas")] IReadOnlyList<AttendanceReport>? Reports);
