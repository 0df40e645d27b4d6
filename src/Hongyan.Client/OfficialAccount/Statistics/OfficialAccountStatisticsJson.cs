using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How statistics are asked for and read, generated at build time.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(DaysWire))]
[JsonSerializable(typeof(RowsWire<ArticleReading>), TypeInfoPropertyName = "ArticleReadingRows")]
[JsonSerializable(typeof(RowsWire<ArticleReadings>), TypeInfoPropertyName = "ArticleReadingsRows")]
[JsonSerializable(typeof(RowsWire<ArticleShares>), TypeInfoPropertyName = "ArticleSharesRows")]
[JsonSerializable(typeof(RowsWire<ArticleTotal>), TypeInfoPropertyName = "ArticleTotalRows")]
[JsonSerializable(typeof(RowsWire<CallbackCount>), TypeInfoPropertyName = "CallbackCountRows")]
[JsonSerializable(typeof(RowsWire<MessageCount>), TypeInfoPropertyName = "MessageCountRows")]
[JsonSerializable(typeof(RowsWire<MessageDistribution>), TypeInfoPropertyName = "MessageDistributionRows")]
[JsonSerializable(typeof(RowsWire<UserChange>), TypeInfoPropertyName = "UserChangeRows")]
[JsonSerializable(typeof(RowsWire<UserTotal>), TypeInfoPropertyName = "UserTotalRows")]
internal sealed partial class OfficialAccountStatisticsJson : JsonSerializerContext;

internal sealed record DaysWire(
    [property: JsonPropertyName("begin_date")] DateOnly First, [property: JsonPropertyName("end_date")] DateOnly Last);

internal sealed record RowsWire<T>([property: JsonPropertyName("list")] IReadOnlyList<T>? Rows);
