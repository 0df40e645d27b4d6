using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>What a member notes about a customer (客户备注). What is null stays as it is; an empty list or text removes it.</summary>
public sealed record ExternalContactRemark
{
    /// <summary>The member.</summary>
    [JsonPropertyName("userid")]
    public required string UserId { get; init; }

    /// <summary>The customer.</summary>
    [JsonPropertyName("external_userid")]
    public required string ExternalUserId { get; init; }

    /// <summary>At most 20 characters.</summary>
    [JsonPropertyName("remark")]
    public string? Remark { get; init; }

    /// <summary>At most 150 characters.</summary>
    [JsonPropertyName("description")]
    public string? Description { get; init; }

    /// <summary>At most 20 characters; only for a WeChat user.</summary>
    [JsonPropertyName("remark_company")]
    public string? Company { get; init; }

    /// <summary>Replaces the mobile numbers.</summary>
    [JsonPropertyName("remark_mobiles")]
    public IReadOnlyList<string>? Mobiles { get; init; }

    /// <summary>The media id of a picture.</summary>
    [JsonPropertyName("remark_pic_mediaid")]
    public string? PictureMediaId { get; init; }
}
