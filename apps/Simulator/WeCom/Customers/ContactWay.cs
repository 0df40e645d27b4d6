using System.Text.Json.Nodes;

namespace Hongyan.Simulator.WeCom;

/// <summary>A way for customers to reach members (联系我), with the fields it was given.</summary>
public sealed record ContactWay(string ConfigId, DateTimeOffset CreatedAt, JsonObject Fields)
{
    /// <summary>Comes back with every customer.</summary>
    public string State => (string?)Fields["state"] ?? "";
}
