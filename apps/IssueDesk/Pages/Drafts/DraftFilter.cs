using System.Globalization;
using Hongyan.Hub.Shell;
using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Hongyan.IssueDesk.Pages.Drafts;

/// <summary>Which drafts somebody wants to see, the newest first; all of it stands in the address.</summary>
internal sealed record DraftFilter(DraftStatus? Status, string? Route, string? Person, string? Key, long? Before)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 50;

    /// <summary>Whether anything is left out because of it.</summary>
    public bool IsSet => this is not { Status: null, Route: null, Person: null, Key: null };

    /// <summary>Reads the address.</summary>
    public static DraftFilter Read(HttpContext context) => new(
        Enum.GetValues<DraftStatus>().Where(status => status.ToString() == context.Filter("state")).Select(status => (DraftStatus?)status).FirstOrDefault(),
        context.Filter("route"), context.Filter("person"), context.Filter("key"), context.Number(Pager.Parameter));

    /// <summary>Reads a page and one row more, which tells whether there is another page.</summary>
    public async Task<IReadOnlyList<Draft>> ReadAsync(IssueDeskContext desk, CancellationToken cancellationToken)
    {
        var drafts = desk.Drafts.AsNoTracking();
        if (Status is { } status)
            drafts = drafts.Where(draft => draft.Status == status);
        if (Route is { } route)
            drafts = drafts.Where(draft => draft.Route == route);
        if (Person is { } person)
            drafts = drafts.Where(draft => draft.Person == person);
        if (Key is { } key)
        {
            var id = Number(key);
            drafts = drafts.Where(draft => draft.Id == id || draft.IssueKey == key || draft.Marker == key);
        }
        if (Before is { } before)
            drafts = drafts.Where(draft => draft.Id < before);
        return await drafts.OrderByDescending(draft => draft.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
    }

    /// <summary>The number in #D12 or 12; 0 where there is none.</summary>
    private static long Number(string key) => long.TryParse(key.TrimStart('#', 'D', 'd'), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
