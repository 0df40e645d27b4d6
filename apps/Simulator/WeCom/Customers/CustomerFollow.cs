using System.Text.Json.Nodes;

namespace Hongyan.Simulator.WeCom;

/// <summary>A member has a customer (跟进): since when, and what the member noted.</summary>
public sealed record CustomerFollow
{
    /// <summary>The member.</summary>
    public required string UserId { get; init; }

    /// <summary>The customer.</summary>
    public required string ExternalUserId { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>备注.</summary>
    public string Remark { get; init; } = "";

    /// <summary>描述.</summary>
    public string Description { get; init; } = "";

    /// <summary>备注企业.</summary>
    public string Company { get; init; } = "";

    /// <summary>备注手机号.</summary>
    public IReadOnlyList<string> Mobiles { get; init; } = [];

    /// <summary>Ids of the corp's tags.</summary>
    public IReadOnlyList<string> TagIds { get; init; } = [];

    /// <summary>state of the contact way; empty for another way.</summary>
    public string State { get; init; } = "";

    /// <summary>The greeting, as it was sent; null before.</summary>
    public JsonObject? Welcome { get; init; }
}
