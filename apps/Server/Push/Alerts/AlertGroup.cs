namespace Hongyan.Server.Push.Alerts;

/// <summary>What one call of Alertmanager's webhook says.</summary>
/// <param name="Alerts">The alerts of the group.</param>
/// <param name="Truncated">How many Alertmanager itself left out (<c>max_alerts</c>).</param>
/// <param name="Labels">The labels that the group was made by, such as <c>cluster=a</c>.</param>
/// <param name="Url">Where Alertmanager is; empty where it does not say.</param>
internal sealed record AlertGroup(IReadOnlyList<Alert> Alerts, int Truncated, string Labels, string Url);
