using Hongyan.IssueDesk.Storage;

namespace Hongyan.IssueDesk.Reporters;

/// <summary>Rows of people.</summary>
internal static class PeopleExtensions
{
    /// <summary>The row of somebody, made where there is none; written with the context.</summary>
    public static Person Remember(this IssueDeskContext desk, UserRef person)
    {
        if (desk.People.Find(person.Account, person.Id) is { } known)
            return known;
        var added = new Person { Account = person.Account, UserId = person.Id };
        desk.People.Add(added);
        return added;
    }
}
