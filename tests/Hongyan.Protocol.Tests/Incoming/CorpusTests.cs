using System.Text;
using Hongyan.Protocol;
using Hongyan.Tests.Envelope;

namespace Hongyan.Tests.Incoming;

public class CorpusTests
{
    public static TheoryData<string> Names => [.. Corpus.Names];

    public static TheoryData<string> ReadableNames => [.. Corpus.ReadableNames];

    [Theory]
    [MemberData(nameof(Names))]
    public void Parse_Payload_BecomesTheExpectedRecord(string name)
    {
        var described = RecordText.Describe(Corpus.Parse(name));
        Assert.True(Corpus.Expected(name) is not null, $"{Path.ChangeExtension(name, ".expected.txt")} is missing. The payload became:\n{described}");
        Assert.Equal(Corpus.Expected(name), described);
    }

    [Theory]
    [MemberData(nameof(ReadableNames))]
    public void Parse_Payload_LosesNoLeaf(string name)
    {
        var incoming = Corpus.Parse(name);
        var lost = PayloadLeaf.ListAll(Corpus.Payload(name)).Where(leaf => !leaf.IsIn(incoming)).ToList();
        Assert.True(lost.Count == 0,
            $"{name}: {incoming.GetType().Name} has no property for what stands in {string.Join(", ", lost.Select(leaf => leaf.Path))}. "
            + "A top-level leaf may stay with Field(); one further down needs a property, or a kind that is unknown.");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Open_SealedPayload_GivesTheSameBytes(string name)
    {
        var payload = Corpus.Payload(name);
        var result = Forge.Open(Forge.Encrypt(Encoding.UTF8.GetString(payload)));
        Assert.Equal(payload, result.Message.ToArray());
    }

    [Fact]
    public void Corpus_EveryIncomingRecord_HasAPayload()
    {
        var records = typeof(Hongyan.Incoming).Assembly.GetTypes()
            .Where(type => type.IsSealed && type.IsSubclassOf(typeof(Hongyan.Incoming)))
            .Select(type => type.Name)
            .ToHashSet();
        var covered = Corpus.Names.Select(name => Corpus.Expected(name)?.Split('\n')[0]).ToHashSet();

        Assert.NotEmpty(records);
        Assert.Empty(records.Except(covered));
    }

    /// <summary>A row of a table that nothing was ever parsed by may have a mistake in its name.</summary>
    [Fact]
    public void Corpus_EveryRowOfATable_HasAPayload()
    {
        var rows = IncomingParser.WeCom.KnownNames.Concat(IncomingParser.OfficialAccount.KnownNames).Concat(IncomingParser.WeComRobot.KnownNames);
        var sent = Corpus.ReadableNames
            .SelectMany(name => PayloadLeaf.ListAll(Corpus.Payload(name)))
            .Where(leaf => leaf.Path.Split('/')[^1].ToUpperInvariant() is "MSGTYPE" or "EVENT" or "EVENTTYPE" or "INFOTYPE" or "EVENT_TYPE")
            .Select(leaf => leaf.Text.Trim())
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.Empty(rows.Except(sent, StringComparer.OrdinalIgnoreCase));
    }
}
