using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>Who serves an account (接待人员): a member, or everybody in a department.</summary>
public sealed record Servicer
{
    /// <summary>The member; null for a department.</summary>
    [JsonPropertyName("userid")]
    public string? UserId { get; init; }

    /// <summary>The department; null for a member.</summary>
    [JsonPropertyName("department_id")]
    public int? DepartmentId { get; init; }

    /// <summary>Whether the member takes customers; null for a department.</summary>
    [JsonPropertyName("status")]
    public ServicerStatus? Status { get; init; }
}
