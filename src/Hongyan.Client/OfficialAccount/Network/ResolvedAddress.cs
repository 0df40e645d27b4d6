using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>An address that the callback's name resolves to.</summary>
public sealed record ResolvedAddress
{
    /// <summary>The address.</summary>
    [JsonPropertyName("ip")]
    public required string Address { get; init; }

    /// <summary>Whose net it is in, as the platform spells it.</summary>
    [JsonPropertyName("real_operator")]
    public string? Operator { get; init; }
}
