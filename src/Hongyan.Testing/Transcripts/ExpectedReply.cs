namespace Hongyan.Testing;

/// <summary>What the bot should answer. Fields that the transcript does not mention are not looked at.</summary>
internal sealed record ExpectedReply(ReplyShape Shape, IReadOnlyList<(string Name, ExpectedText Value)> Fields)
{
    /// <summary>Where the answer differs, in a sentence; null where it is what was expected.</summary>
    public string? DescribeDifference(BotReply actual)
    {
        if (Shape == ReplyShape.Anything)
            return null;
        var (shape, actualFields) = ReplyShape.Read(actual);
        if (shape != Shape)
            return $"Expected was {Shape}, the answer is {shape}.";

        var expectedGroups = Group(Fields);
        var actualGroups = Group(actualFields);
        if (expectedGroups.Count != actualGroups.Count)
            return $"Expected were {expectedGroups.Count - 1} articles, the answer has {actualGroups.Count - 1}.";
        return expectedGroups.Zip(actualGroups).SelectMany((groups, index) => Compare(groups.First, groups.Second, index)).FirstOrDefault();
    }

    private IEnumerable<string> Compare(IReadOnlyList<(string Name, ExpectedText Value)> expected, IReadOnlyList<(string Name, string Value)> actual, int article)
    {
        foreach (var (name, value) in expected)
        {
            var text = actual.Where(field => field.Name == name).Select(field => field.Value).FirstOrDefault("");
            if (value.Matches(text))
                continue;
            yield return WhereIs(name, article) + value.DescribeDifference(text);
        }
    }

    private string WhereIs(string field, int article)
    {
        if (field == Shape.OnTheLine)
            return "";
        if (article == 0)
            return $"In {field}: ";
        return field == ReplyShape.Article ? $"In the title of article {article}: " : $"In {field} of article {article}: ";
    }

    /// <summary>What belongs together: first what stands before any article, then each article.</summary>
    private static List<List<(string Name, T Value)>> Group<T>(IEnumerable<(string Name, T Value)> fields)
    {
        var groups = new List<List<(string Name, T Value)>> { new() };
        foreach (var field in fields)
        {
            if (field.Name == ReplyShape.Article)
                groups.Add([]);
            groups[^1].Add(field);
        }
        return groups;
    }
}
