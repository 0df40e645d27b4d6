using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How the answers about sign-in are read, generated at build time.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(SignInTokens))]
[JsonSerializable(typeof(SignInProfile))]
internal sealed partial class OfficialAccountOAuthJson : JsonSerializerContext;
