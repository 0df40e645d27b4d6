using System.Text;
using Hongyan.WeCom;

namespace Hongyan;

/// <summary>An answer that grows while it is read (流式消息). Its owner sees to it that one thread at a time uses it.</summary>
internal sealed class AnswerStream
{
    private readonly StringBuilder _text = new();
    private string? _snapshot;

    /// <summary>All that was said.</summary>
    public string Text => _text.ToString();

    /// <summary>As much of it as a stream takes, without half a character at its end.</summary>
    public string Snapshot => _snapshot ??= TakeSnapshot();

    public void Append(string piece)
    {
        _text.Append(piece);
        // However many pieces come between two questions, the text is put together once.
        _snapshot = null;
    }

    private string TakeSnapshot()
    {
        // A character has a byte at least, so what lies behind cannot be in it.
        var text = _text.ToString(0, Math.Min(_text.Length, StreamReply.MaxBytes + 1));
        if (text.Length > 0 && char.IsHighSurrogate(text[^1]))
            text = text[..^1];
        return text.Length == 0 ? "" : Utf8Limit.Split(text, StreamReply.MaxBytes)[0];
    }
}
