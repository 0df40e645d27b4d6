using Hongyan.Hub.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hongyan.Hub.Audit;

/// <summary>Which lines of the audit somebody wants to see, the newest first. What is null does not matter.</summary>
internal sealed record AuditFilter(string? Actor, string? Action, string? Target, DateTimeOffset? From, DateTimeOffset? To, long? Before)
{
    /// <summary>Lines of a page.</summary>
    public const int PageSize = 50;

    /// <summary>Reads a page and one line more, which tells whether there is another page.</summary>
    public async Task<IReadOnlyList<AuditRow>> ReadAsync(HubContext db, CancellationToken cancellationToken)
    {
        var rows = db.Audit.AsNoTracking();
        if (Actor is not null)
            rows = rows.Where(row => row.Actor == Actor);
        if (Action is not null)
            rows = rows.Where(row => row.Action == Action);
        if (Target is not null)
            rows = rows.Where(row => row.Target.Contains(Target));
        if (From?.ToUnixTimeMilliseconds() is { } from)
            rows = rows.Where(row => row.At >= from);
        if (To?.ToUnixTimeMilliseconds() is { } to)
            rows = rows.Where(row => row.At < to);
        if (Before is { } before)
            rows = rows.Where(row => row.Id < before);
        return await rows.OrderByDescending(row => row.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
    }
}
