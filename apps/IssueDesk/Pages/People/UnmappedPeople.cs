using Hongyan.IssueDesk.Reporters;
using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Storage;
using Microsoft.EntityFrameworkCore;

namespace Hongyan.IssueDesk.Pages.People;

/// <summary>Somebody whom the tracker does not know, with what may be their name there.</summary>
/// <param name="UserId">The member.</param>
/// <param name="Drafts">How many bugs they reported as the robot.</param>
/// <param name="Suggestion">What to try.</param>
internal sealed record UnmappedPerson(string UserId, int Drafts, string Suggestion);

/// <summary>People who reported bugs and are nobody in the tracker, as far as nobody has mapped them since.</summary>
internal static class UnmappedPeople
{
    private const int Most = 100;

    public static async Task<IReadOnlyList<UnmappedPerson>> ReadAsync(IssueDeskContext desk, IDictionary<string, string> names, CancellationToken cancellationToken)
    {
        var people = await desk.People.Where(person => person.IsUnmapped).OrderBy(person => person.UserId).Take(Most * 2).ToListAsync(cancellationToken);
        var open = people.Where(person => ReporterNames.Find(names, person.UserId, person.Name, takesShortNames: false) is null).Take(Most).ToList();
        var ids = open.ConvertAll(person => person.UserId);
        var counts = await desk.Drafts.Where(draft => ids.Contains(draft.Person) && draft.IssueKey != null).GroupBy(draft => draft.Person)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return [.. open.Select(person => new UnmappedPerson(
            person.UserId, counts.GetValueOrDefault(person.UserId), person.Name is null ? person.UserId : ReporterNames.ShortName(person.Name)))];
    }
}
