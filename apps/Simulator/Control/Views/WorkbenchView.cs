using System.Text.Json.Nodes;

namespace Hongyan.Simulator.Control;

/// <summary>What a member sees of an app on the workbench (工作台).</summary>
/// <param name="Type">normal: the icon alone; keydata, image, list, webview.</param>
/// <param name="Content">In the platform's own JSON; absent for the icon.</param>
public sealed record WorkbenchView(string Type, JsonObject? Content);
