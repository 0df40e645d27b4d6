using System.Globalization;
using System.Text;
using Hongyan.Protocol;

namespace Hongyan.Tests.Incoming;

public class KindTableTests
{
    [Fact]
    public void Find_ANameInAnyCase_IsItsRow()
    {
        var names = IncomingParser.OfficialAccount.KnownNames.Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        var table = new KindTable(names.ToDictionary(name => name, name => (IncomingParser.Read)((in _) => new UnknownMessage { Raw = Encoding.UTF8.GetBytes(name) })));
        Assert.Equal(names.Order(), table.Names.Order());
        foreach (var name in names)
        {
            foreach (var spelling in new[] { name, name.ToUpper(CultureInfo.InvariantCulture), name.ToLower(CultureInfo.InvariantCulture) })
                Assert.Equal(name, Encoding.UTF8.GetString(table.Find(Encoding.UTF8.GetBytes(spelling))!(default).Raw.Span));
            Assert.Null(table.Find(Encoding.UTF8.GetBytes(name + "_tomorrow")));
        }
    }

    [Fact]
    public void Find_NoName_IsNothing()
    {
        Assert.Null(new KindTable([]).Find("text"u8));
        Assert.Null(new KindTable(new() { ["text"] = (in _) => new UnknownMessage() }).Find(""u8));
    }

    /// <summary>Length and three letters make the mark, so these share theirs.</summary>
    [Fact]
    public void Find_NamesOfOneMark_AreToldApart()
    {
        var table = new KindTable(new() { ["axbyc"] = (in _) => new UnknownMessage(), ["aybxc"] = (in _) => new UnknownEvent() });
        Assert.IsType<UnknownMessage>(table.Find("axbyc"u8)!(default));
        Assert.IsType<UnknownEvent>(table.Find("AYBXC"u8)!(default));
        Assert.Null(table.Find("azbzc"u8));
    }
}
