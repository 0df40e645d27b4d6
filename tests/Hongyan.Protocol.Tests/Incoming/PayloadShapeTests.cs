using FsCheck;
using FsCheck.Fluent;
using Hongyan.Protocol;

namespace Hongyan.Tests.Incoming;

/// <summary>Every payload of the corpus in other shapes: what says the same must read the same, what says something else must be read at all.</summary>
public class PayloadShapeTests
{
    public static TheoryData<string> Names => [.. Corpus.ReadableNames];

    private delegate void Change(PayloadTree root, PayloadTree parent, PayloadTree node);

    /// <summary>Changes that mean nothing.</summary>
    private static readonly Change[] Neutral =
    [
        (_, parent, node) => SwapWithNext(parent, node),
        (root, _, _) => root.Children.Insert(0, new PayloadTree("Unheard", "of")),
        (root, _, _) => root.Children.Add(Unheard()),
        (_, _, node) => { if (node.Children.Count > 0) node.Children.Add(Unheard()); },
        (_, _, node) => node.Style = PayloadStyle.Bare,
        (_, _, node) => node.Style = PayloadStyle.Quoted,
        (_, _, node) => node.Style = PayloadStyle.ListOfOne,
    ];

    /// <summary>Changes that may mean anything.</summary>
    private static readonly Change[] Wild =
    [
        (_, parent, node) => parent.Children.Remove(node),
        (_, _, node) => node.Style = PayloadStyle.Null,
        (_, parent, node) => parent.Children.Add(node.Copy()),
        (_, parent, node) => parent.Children.Insert(0, new PayloadTree(node.Name, "doubled")),
        (_, _, node) => node.Children.Clear(),
        (_, _, node) => node.Children.Add(new PayloadTree("item", "an object instead of a text")),
        (root, _, node) => node.Children.AddRange(root.Children.Where(child => child != node).Select(child => child.Copy()).ToList()),
        (_, _, node) => node.Text = "not a number",
        (_, _, node) => node.Text = "-99999999999999999999999",
        (_, _, node) => node.Text = "",
        (_, _, node) => node.Name = node.Name.ToUpperInvariant(),
        (_, _, node) => node.Name = "MsgType",
        (_, _, node) => node.Name = "item",
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Parse_OtherSyntax_GivesTheSameRecord(string name)
    {
        var tree = PayloadTree.Read(Corpus.Payload(name));
        var expected = Describe(Corpus.Parse(name));
        Assert.Equal(expected, Describe(Corpus.ParserOf(name).Parse(tree.ToJson())));
        Assert.Equal(expected, Describe(Corpus.ParserOf(name).Parse(tree.ToXml())));
    }

    [Fact]
    public void Parse_SameInAnotherShape_GivesTheSameRecord() =>
        Prop.ForAll(Changes(Neutral), changed =>
        {
            var expected = Describe(Corpus.Parse(changed.Name));
            Assert.Equal(expected, Describe(Corpus.ParserOf(changed.Name).Parse(changed.Tree.ToJson())));
            Assert.Equal(expected, Describe(Corpus.ParserOf(changed.Name).Parse(changed.Tree.ToXml())));
        }).Hold(2000);

    [Fact]
    public void Parse_AnotherShape_IsReadInEitherSyntax() =>
        Prop.ForAll(Changes([.. Neutral, .. Wild]), changed =>
        {
            Assert.IsNotType<UnreadableMessage>(Corpus.ParserOf(changed.Name).Parse(changed.Tree.ToJson()));
            Assert.NotEmpty(Describe(Corpus.ParserOf(changed.Name).Parse(changed.Tree.ToXml())));
        }).Hold(2000);

    /// <summary>A payload of the corpus with one to six changes.</summary>
    private static Arbitrary<Changed> Changes(Change[] kinds)
    {
        var names = Corpus.ReadableNames.ToArray();
        var change = from kind in Gen.Choose(0, kinds.Length - 1)
                     from at in Gen.Choose(0, 1000)
                     select (kind, at);
        return Arb.From(
            from name in Gen.Elements(names)
            from changes in change.NonEmptyListOf()
            select new Changed(name, Apply(PayloadTree.Read(Corpus.Payload(name)), changes.Take(6), kinds)));
    }

    private static PayloadTree Apply(PayloadTree root, IEnumerable<(int Kind, int At)> changes, Change[] kinds)
    {
        foreach (var (kind, at) in changes)
        {
            // A change at most doubles it, and each node may be an object in a list: the parser's limits are other tests' business.
            if (root.Depth <= PayloadFields.MaxDepth / 4 && root.Descendants().ToList() is { Count: > 0 and < 500 } nodes)
                kinds[kind](root, nodes[at % nodes.Count].Parent, nodes[at % nodes.Count].Node);
        }
        return root;
    }

    /// <summary>Names in another order say the same; items of one name do not.</summary>
    private static void SwapWithNext(PayloadTree parent, PayloadTree node)
    {
        var at = parent.Children.IndexOf(node);
        if (at + 1 < parent.Children.Count && !parent.Children[at + 1].Name.Equals(node.Name, StringComparison.OrdinalIgnoreCase))
            (parent.Children[at], parent.Children[at + 1]) = (parent.Children[at + 1], parent.Children[at]);
    }

    private static PayloadTree Unheard()
    {
        var unheard = new PayloadTree("Unheard");
        unheard.Children.Add(new PayloadTree("Of", "1"));
        return unheard;
    }

    /// <summary>The record in words, without the list of fields that an unknown one has: it tells the order and what was added.</summary>
    private static string Describe(Hongyan.Incoming incoming) => RecordText.Describe(incoming).Split("\nField ")[0];

    private sealed record Changed(string Name, PayloadTree Tree)
    {
        public override string ToString() => $"{Name}: {System.Text.Encoding.UTF8.GetString(Tree.ToJson())}";
    }
}
