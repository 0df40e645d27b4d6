using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>What became of one servicer that was to be added or removed.</summary>
public sealed record ServicerResult
{
    /// <summary>The member; null for a department.</summary>
    [JsonPropertyName("userid")]
    public string? UserId { get; init; }

    /// <summary>The department; null for a member.</summary>
    [JsonPropertyName("department_id")]
    public int? DepartmentId { get; init; }

    /// <summary>0 where it was done, else the platform's code.</summary>
    [JsonPropertyName("errcode")]
    public int Code { get; init; }

    /// <summary>The platform's text for the code.</summary>
    [JsonPropertyName("errmsg")]
    public string PlatformMessage { get; init => field = value ?? ""; } = "";

    /// <summary>Whether it was done.</summary>
    [JsonIgnore]
    public bool IsDone => Code == 0;
}
