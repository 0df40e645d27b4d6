using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Hongyan.WeCom;

/// <summary>Reads an event into the record of its kind; one of an unknown kind keeps everything in <see cref="SyncedEvent.Raw"/>.</summary>
internal sealed class SyncedEventConverter : JsonConverter<SyncedEvent>
{
    public override SyncedEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var raw = document.RootElement.Clone();
        var types = WeComCustomerServiceJson.Default;
        var read = KindOf(raw) switch
        {
            "enter_session" => Read(raw, types.SessionEntered),
            "msg_send_fail" => Read(raw, types.SendFailed),
            "servicer_status_change" => Read(raw, types.ServicerStatusChanged),
            "session_status_change" => Read(raw, types.SessionStatusChanged),
            "user_recall_msg" or "servicer_recall_msg" => Read(raw, types.MessageRecalled),
            var unknown => new SyncedEvent { EventType = unknown, OpenKfId = TextOf(raw, "open_kfid") ?? "", ExternalUserId = TextOf(raw, "external_userid") },
        };
        read.Raw = raw;
        return read;
    }

    public override void Write(Utf8JsonWriter writer, SyncedEvent value, JsonSerializerOptions options) => value.Raw.WriteTo(writer);

    private static SyncedEvent Read<T>(JsonElement raw, JsonTypeInfo<T> type)
        where T : SyncedEvent => raw.Deserialize(type) ?? throw new JsonException("The event is null.");

    private static string KindOf(JsonElement raw) =>
        raw.ValueKind == JsonValueKind.Object ? TextOf(raw, "event_type") ?? "" : throw new JsonException("The event is not an object.");

    private static string? TextOf(JsonElement raw, string name) =>
        raw.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
