using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>How calls of the customer service are written and read, generated at build time.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AccountBody))]
[JsonSerializable(typeof(AccountAnswer))]
[JsonSerializable(typeof(AccountListBody))]
[JsonSerializable(typeof(AccountListAnswer))]
[JsonSerializable(typeof(ServiceLinkBody))]
[JsonSerializable(typeof(ServiceLinkAnswer))]
[JsonSerializable(typeof(ServicersBody))]
[JsonSerializable(typeof(ServicersAnswer))]
[JsonSerializable(typeof(ServicerListAnswer))]
[JsonSerializable(typeof(SessionBody))]
[JsonSerializable(typeof(ServiceSession))]
[JsonSerializable(typeof(SessionTransferAnswer))]
[JsonSerializable(typeof(SyncBody))]
[JsonSerializable(typeof(SyncAnswer))]
[JsonSerializable(typeof(SessionEntered))]
[JsonSerializable(typeof(SendFailed))]
[JsonSerializable(typeof(ServicerStatusChanged))]
[JsonSerializable(typeof(SessionStatusChanged))]
[JsonSerializable(typeof(MessageRecalled))]
[JsonSerializable(typeof(ServiceMessageBody))]
[JsonSerializable(typeof(ServiceMessageAnswer))]
[JsonSerializable(typeof(CustomersBody))]
[JsonSerializable(typeof(CustomersAnswer))]
internal sealed partial class WeComCustomerServiceJson : JsonSerializerContext;

internal sealed record AccountBody(
    [property: JsonPropertyName("open_kfid")] string? OpenKfId,
    [property: JsonPropertyName("name")] string? Name,
    [property: JsonPropertyName("media_id")] string? MediaId);

internal sealed record AccountAnswer([property: JsonPropertyName("open_kfid")] string? OpenKfId);

internal sealed record AccountListBody(
    [property: JsonPropertyName("offset")] int Offset,
    [property: JsonPropertyName("limit")] int Limit);

internal sealed record AccountListAnswer([property: JsonPropertyName("account_list")] IReadOnlyList<ServiceAccount>? Accounts);

internal sealed record ServiceLinkBody(
    [property: JsonPropertyName("open_kfid")] string OpenKfId,
    [property: JsonPropertyName("scene")] string? Scene);

internal sealed record ServiceLinkAnswer([property: JsonPropertyName("url")] string? Url);

internal sealed record ServicersBody(
    [property: JsonPropertyName("open_kfid")] string OpenKfId,
    [property: JsonPropertyName("userid_list")] IReadOnlyList<string> UserIds,
    [property: JsonPropertyName("department_id_list")] IReadOnlyList<int> DepartmentIds);

internal sealed record ServicersAnswer([property: JsonPropertyName("result_list")] IReadOnlyList<ServicerResult>? Results);

internal sealed record ServicerListAnswer([property: JsonPropertyName("servicer_list")] IReadOnlyList<Servicer>? Servicers);

internal sealed record SessionBody(
    [property: JsonPropertyName("open_kfid")] string OpenKfId,
    [property: JsonPropertyName("external_userid")] string ExternalUserId,
    [property: JsonPropertyName("service_state")] ServiceState? State = null,
    [property: JsonPropertyName("servicer_userid")] string? ServicerUserId = null);

internal sealed record SessionTransferAnswer([property: JsonPropertyName("msg_code")] string? MessageCode);

internal sealed record SyncBody(
    [property: JsonPropertyName("cursor")] string? Cursor,
    [property: JsonPropertyName("token")] string? Token,
    [property: JsonPropertyName("limit")] int? Limit,
    [property: JsonPropertyName("voice_format")] ServiceVoiceFormat VoiceFormat,
    [property: JsonPropertyName("open_kfid")] string OpenKfId);

internal sealed record SyncAnswer(
    [property: JsonPropertyName("next_cursor")] string? NextCursor,
    [property: JsonPropertyName("has_more")] int HasMore,
    [property: JsonPropertyName("msg_list")] IReadOnlyList<SyncedMessage>? Messages);

internal sealed record ServiceMessageAnswer([property: JsonPropertyName("msgid")] string? MessageId);

internal sealed record CustomersBody(
    [property: JsonPropertyName("external_userid_list")] IReadOnlyList<string> ExternalUserIds,
    [property: JsonPropertyName("need_enter_session_context")] int NeedsContext);

internal sealed record CustomersAnswer(
    [property: JsonPropertyName("customer_list")] IReadOnlyList<ServiceCustomer>? Customers,
    [property: JsonPropertyName("invalid_external_userid")] IReadOnlyList<string>? InvalidExternalUserIds);
