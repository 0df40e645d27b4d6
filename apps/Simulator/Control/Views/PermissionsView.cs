using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>Who sees an app, and what it may call.</summary>
/// <param name="Scope">可见范围; without it the whole company.</param>
/// <param name="Modules">What it may call; without them everything but changing the contacts.</param>
public sealed record PermissionsView(VisibleScope? Scope = null, IReadOnlyList<ApiModule>? Modules = null)
{
    /// <summary>Shows an app's.</summary>
    public static PermissionsView Of(WeComApp app) => new(app.Scope, [.. app.Modules.Order()]);
}
