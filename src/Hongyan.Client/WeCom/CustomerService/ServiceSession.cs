using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>Who answers a customer now.</summary>
public sealed record ServiceSession
{
    /// <summary>Who it is.</summary>
    [JsonPropertyName("service_state")]
    public ServiceState State { get; init; }

    /// <summary>The servicer; null unless the state is <see cref="ServiceState.Servicer"/>.</summary>
    [JsonPropertyName("servicer_userid")]
    public string? ServicerUserId { get; init; }
}
