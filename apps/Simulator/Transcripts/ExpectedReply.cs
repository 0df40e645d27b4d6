using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Transcripts;

/// <summary>What is to come back.</summary>
/// <param name="Line">Where it stands in the file.</param>
/// <param name="Source">As it stands there, without the mark of the first line.</param>
/// <param name="Kind">MsgType of the reply, <c>nothing</c> or <c>anything</c>.</param>
/// <param name="Parts">The fields that are looked at: one group, of a news reply one for each article.</param>
internal sealed record ExpectedReply(int Line, string Source, string Kind, IReadOnlyList<IReadOnlyDictionary<string, TextPattern>> Parts)
{
    /// <summary>Nothing was answered.</summary>
    public const string Nothing = "nothing";

    /// <summary>Whatever is answered is right.</summary>
    public const string Anything = "anything";

    /// <summary>Compares with what the member sees.</summary>
    /// <returns>Null when it fits.</returns>
    public ReplyMismatch? Compare(PassiveReply? reply)
    {
        if (Kind == Anything)
            return null;
        if (Kind != (reply?.Type ?? Nothing))
            return new() { ExpectedKind = Kind, ActualKind = reply?.Type ?? Nothing };
        if (reply is null)
            return null;

        var actual = ReplyFields.Of(reply);
        if (Kind == "news" && Parts.Count != actual.Count)
            return new() { ExpectedArticles = Parts.Count, ActualArticles = actual.Count };
        foreach (var (index, part) in Parts.Index())
        {
            foreach (var (name, pattern) in part)
            {
                if (pattern.Compare(actual[index].FirstOrDefault(field => field.Name == name).Value ?? "") is { } mismatch)
                    return new() { Field = name, Article = Kind == "news" ? index + 1 : null, Text = mismatch };
            }
        }
        return null;
    }
}
