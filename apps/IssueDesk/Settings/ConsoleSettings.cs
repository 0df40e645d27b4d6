using System.Security.Cryptography;
using Hongyan.IssueDesk.Storage;
using Hongyan.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hongyan.IssueDesk.Settings;

/// <summary>What the console has set: read at start, saved where it can work, in effect at once.</summary>
internal sealed partial class ConsoleSettings(
    IDeskStore store, ConsoleConfiguration console, OutsideValues outside, IValidateOptions<IssueDeskOptions> validator, IDataProtectionProvider protection,
    TimeProvider time, ILogger<ConsoleSettings> logger) : IDisposable
{
    private readonly IDataProtector _protector = protection.CreateProtector("Hongyan.IssueDesk.Settings");

    // Two values that can each work may not work together, so one is looked at after the other.
    private readonly SemaphoreSlim _saving = new(1);
    private IReadOnlyDictionary<string, Setting> _rows = new Dictionary<string, Setting>();
    private IReadOnlyDictionary<string, string> _values = new Dictionary<string, string>();

    /// <summary>Reads what earlier processes and other nodes saved; not while something is being saved here, which is newer.</summary>
    public void Load()
    {
        _saving.Wait();
        try
        {
            Read();
        }
        finally
        {
            _saving.Release();
        }
    }

    /// <summary>Who set a value in the console, and when; null where it is not set there.</summary>
    public Setting? Find(string key) => _rows.TryGetValue(key, out var row) && row.Value is not null ? row : null;

    /// <summary>All that the console has set below a prefix, by what follows it.</summary>
    public IReadOnlyDictionary<string, Setting> FindAll(string prefix) => _rows.Values
        .Where(row => row.Value is not null && row.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(row => row.Key[prefix.Length..], StringComparer.OrdinalIgnoreCase);

    /// <summary>Tells whether a value, or anything below a prefix, was changed since: forms carry it.</summary>
    public long StampOf(string key) => StampOf(_rows.Values, key);

    /// <summary>What sets a value from outside; null where the console may.</summary>
    public FixedValue? FixedBy(string key) => outside.Find(key);

    /// <summary>Saves values that belong together, where nobody changed them since they were read and the whole configuration can work with them.</summary>
    /// <param name="by">Who does it.</param>
    /// <param name="changes">By key; null takes a value back.</param>
    /// <param name="stamp">The key or prefix that was read, and its stamp then.</param>
    /// <param name="audit">Writes it down, in the same transaction.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="StoreUnavailableException">Nothing can be written at the moment.</exception>
    public async Task<SettingsSaved> SaveAsync(
        string by, IReadOnlyDictionary<string, string?> changes, (string Key, long Stamp) stamp, Action<StoreTransaction> audit, CancellationToken cancellationToken)
    {
        await _saving.WaitAsync(cancellationToken);
        try
        {
            if (StampOf(stamp.Key) != stamp.Stamp)
                return new SettingsSaved.Outdated();
            if (FindProblems(changes) is { Count: > 0 } problems)
                return new SettingsSaved.Refused(problems);
            var saved = await store.WriteAsync((desk, db) =>
            {
                // Another node may have saved something that this one has not heard of yet.
                if (StampOf(desk.Settings.AsNoTracking().ToList(), stamp.Key) != stamp.Stamp)
                    return null;
                foreach (var (key, value) in changes)
                    Write(desk, by, key, value);
                audit(db);
                desk.SaveChanges();
                return desk.Settings.AsNoTracking().ToList();
            }, cancellationToken);
            if (saved is null)
            {
                Read();
                return new SettingsSaved.Outdated();
            }
            Take(saved);
            return new SettingsSaved.Done();
        }
        finally
        {
            _saving.Release();
        }
    }

    /// <summary>What would be wrong that is not wrong already.</summary>
    public IReadOnlyList<string> FindProblems(IReadOnlyDictionary<string, string?> changes)
    {
        var candidate = new Dictionary<string, string>(_values, StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in changes)
        {
            if (value is null)
                candidate.Remove(key);
            else
                candidate[key] = value;
        }
        return [.. Check(candidate).Except(Check(_values))];
    }

    public void Dispose() => _saving.Dispose();

    private void Read()
    {
        using var desk = store.OpenReader();
        Take(desk.Settings.AsNoTracking().ToList());
    }

    private static long StampOf(IEnumerable<Setting> rows, string key) => rows.Where(row => IsBelow(row.Key, key)).Sum(row => row.Version);

    private IReadOnlyList<string> Check(IReadOnlyDictionary<string, string> values)
    {
        try
        {
            return [.. validator.Validate(Options.DefaultName, outside.Try(ConsoleConfiguration.Of(values))).Failures ?? []];
        }
        catch (InvalidOperationException unreadable)
        {
            return [unreadable.Message];
        }
    }

    private void Write(IssueDeskContext desk, string by, string key, string? value)
    {
        var row = desk.Settings.Find(key);
        if (row is null)
        {
            row = new Setting { Key = key, ChangedBy = by };
            desk.Settings.Add(row);
        }
        row.IsSecret = SettingKeys.IsSecret(key);
        row.Value = value is not null && row.IsSecret ? _protector.Protect(value) : value;
        row.Version++;
        (row.ChangedAt, row.ChangedBy) = (time.GetUtcNow(), by);
    }

    private void Take(IReadOnlyList<Setting> rows)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows.Where(row => row.Value is not null))
        {
            if (Reveal(row) is { } value)
                values[row.Key] = value;
        }
        (_rows, _values) = (rows.ToDictionary(row => row.Key, StringComparer.OrdinalIgnoreCase), values);
        try
        {
            console.Take(values);
        }
        catch (AggregateException refused)
        {
            // Whoever looks at the options keeps the last ones that could work.
            LogRefused(logger, refused.InnerExceptions[0].Message);
        }
    }

    private string? Reveal(Setting row)
    {
        if (!row.IsSecret)
            return row.Value;
        try
        {
            return _protector.Unprotect(row.Value!);
        }
        catch (CryptographicException failure)
        {
            LogUnreadable(logger, row.Key, failure.Message);
            return null;
        }
    }

    private static bool IsBelow(string key, string prefix) =>
        prefix.EndsWith(':') ? key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) : key.Equals(prefix, StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(1, LogLevel.Error, "IssueDesk: what the console set for {Key} cannot be decrypted with the keys that are here; set it again: {Reason}")]
    private static partial void LogUnreadable(ILogger logger, string key, string reason);

    [LoggerMessage(2, LogLevel.Error, "IssueDesk: the changed configuration cannot be used: {Reason}")]
    private static partial void LogRefused(ILogger logger, string reason);
}
