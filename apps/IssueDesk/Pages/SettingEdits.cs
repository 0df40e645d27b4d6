using Hongyan.Hub.Accounts;
using Hongyan.Hub.Audit;
using Hongyan.IssueDesk.Settings;

namespace Hongyan.IssueDesk.Pages;

/// <summary>Saves settings for somebody who is signed in, with a line of the audit for each.</summary>
internal sealed class SettingEdits(ConsoleSettings settings, AuditTrail audit)
{
    private const string Hidden = "••••";

    /// <summary>Saves values that belong together; see <see cref="ConsoleSettings.SaveAsync"/>.</summary>
    public Task<SettingsSaved> SaveAsync(
        ConsoleUser user, string? address, IReadOnlyDictionary<string, string?> changes, (string Key, long Stamp) stamp, CancellationToken cancellationToken) =>
        settings.SaveAsync(user.Name, changes, stamp, db =>
        {
            foreach (var (key, value) in changes)
            {
                var before = settings.Find(key)?.Value;
                audit.Write(db, new AuditEntry(user, value is null ? "desk.setting.reset" : "desk.setting.change", $"setting:{key}")
                {
                    Before = Show(key, before),
                    After = Show(key, value),
                    Address = address,
                });
            }
        }, cancellationToken);

    private static string? Show(string key, string? value) => value is not null && SettingKeys.IsSecret(key) ? Hidden : value;
}
