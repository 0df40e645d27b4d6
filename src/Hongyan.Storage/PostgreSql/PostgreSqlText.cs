namespace Hongyan.Storage.PostgreSql;

/// <summary>Text as PostgreSQL takes it.</summary>
internal static class PostgreSqlText
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// The text with what PostgreSQL refuses replaced: U+0000 and halves of a surrogate pair. They come from outside, and one of them would make
    /// everybody's commit fail.
    /// </summary>
    public static string Storable(string text)
    {
        var first = IndexOfUnstorable(text, 0);
        if (first < 0)
            return text;
        return string.Create(text.Length, text, static (target, source) =>
        {
            source.CopyTo(target);
            for (var at = IndexOfUnstorable(source, 0); at >= 0; at = IndexOfUnstorable(source, at + 1))
                target[at] = Replacement;
        });
    }

    private static int IndexOfUnstorable(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '\0')
                return i;
            if (!char.IsSurrogate(text[i]))
                continue;
            // A pair is two characters that belong together; what follows a low half alone is looked at by itself.
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                i++;
            else
                return i;
        }
        return -1;
    }
}
