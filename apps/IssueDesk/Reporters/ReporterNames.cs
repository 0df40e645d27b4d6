namespace Hongyan.IssueDesk.Reporters;

/// <summary>What somebody is called in the tracker, by the rule of the first bug robot.</summary>
internal static class ReporterNames
{
    private static readonly char[] Separators = ['-', '_', '|'];

    /// <summary>
    /// The mapped name of a user id; else the short form of the name in the contacts, which is what stands before the first -, _ or |,
    /// or what that is mapped to.
    /// </summary>
    /// <param name="names">The mapping, by user id and by short name.</param>
    /// <param name="userId">The member.</param>
    /// <param name="name">The name in the contacts, such as saber-陈敏; null where it is not known.</param>
    /// <param name="takesShortNames">Whether a short name that is not mapped is a name in the tracker.</param>
    /// <returns>Null where the rule gives nothing.</returns>
    public static string? Find(IDictionary<string, string> names, string userId, string? name, bool takesShortNames)
    {
        if (names.TryGetValue(userId, out var mapped) && mapped.Length > 0)
            return mapped;
        if (name is null)
            return null;
        var shortName = ShortName(name);
        if (names.TryGetValue(shortName, out mapped) && mapped.Length > 0)
            return mapped;
        // A name without a separator is just a name.
        return takesShortNames && shortName.Length > 0 && name.IndexOfAny(Separators) >= 0 ? shortName : null;
    }

    /// <summary>What stands before the first separator.</summary>
    public static string ShortName(string name) => name.Split(Separators, 2)[0].Trim();
}
