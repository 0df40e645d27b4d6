using System.Text;

namespace Hongyan.Protocol;

/// <summary>
/// A text that is nearly always the one of the document before, such as the account that a message is for: then it is the same string again, not another one.
/// Threads may share one; none of them waits.
/// </summary>
internal sealed class RecentText
{
    private string _last = "";

    /// <summary>The text of the child at <paramref name="index"/>.</summary>
    public string At(in PayloadFields fields, int index)
    {
        var last = _last;
        return fields.TryGetRunAt(index, out var run) && Ascii.Equals(run, last) ? last : _last = fields.TextAt(index);
    }
}
