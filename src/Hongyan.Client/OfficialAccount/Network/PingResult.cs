using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>What a ping of the callback's address showed.</summary>
public sealed record PingResult
{
    /// <summary>The address.</summary>
    [JsonPropertyName("ip")]
    public required string Address { get; init; }

    /// <summary>From whose net, as the platform spells it.</summary>
    [JsonPropertyName("from_operator")]
    public string? FromOperator { get; init; }

    /// <summary>How many packages were lost, such as <c>0%</c>.</summary>
    [JsonPropertyName("package_loss")]
    public string? PackageLoss { get; init; }

    /// <summary>How long it took, such as <c>23.079ms</c>.</summary>
    [JsonPropertyName("time")]
    public string? Time { get; init; }
}
