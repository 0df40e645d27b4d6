using System.Text.Json.Nodes;

namespace Hongyan.Simulator.WeCom;

/// <summary>How an app looks on the workbench.</summary>
/// <param name="Type">normal, keydata, image, list, webview.</param>
/// <param name="Content">The part of the body that the type names, as it came; null for normal.</param>
internal sealed record WorkbenchTemplate(string Type, JsonObject? Content)
{
    /// <summary>The icon alone.</summary>
    public static WorkbenchTemplate Plain { get; } = new("normal", null);
}
