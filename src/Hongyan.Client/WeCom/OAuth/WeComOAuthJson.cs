using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>How the calls about sign-in are written and read, generated at build time.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(OAuthIdentity))]
[JsonSerializable(typeof(OAuthUserDetail))]
[JsonSerializable(typeof(UserTicketWire))]
internal sealed partial class WeComOAuthJson : JsonSerializerContext;

internal sealed record UserTicketWire([property: JsonPropertyName("user_ticket")] string UserTicket);
