namespace Hongyan.Simulator.Media;

/// <summary>Reads <c>form-data; name="media"; filename="报表.xlsx"</c> literally: nothing inside the quotes is decoded.</summary>
internal static class DispositionParameters
{
    /// <summary>The parameters; the first of a name counts.</summary>
    public static IReadOnlyDictionary<string, string> Read(string disposition)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var at = disposition.IndexOf(';', StringComparison.Ordinal);
        while (at >= 0 && at < disposition.Length)
        {
            var equals = disposition.IndexOf('=', at);
            if (equals < 0)
                break;
            var name = disposition[(at + 1)..equals].Trim();
            var value = ReadValue(disposition, equals + 1, out at);
            parameters.TryAdd(name, value);
        }
        return parameters;
    }

    private static string ReadValue(string disposition, int start, out int end)
    {
        while (start < disposition.Length && disposition[start] == ' ')
            start++;
        if (start < disposition.Length && disposition[start] == '"')
        {
            var close = disposition.IndexOf('"', start + 1);
            close = close < 0 ? disposition.Length : close;
            end = close < disposition.Length ? disposition.IndexOf(';', close) : -1;
            return disposition[(start + 1)..close];
        }
        end = disposition.IndexOf(';', start);
        return disposition[start..(end < 0 ? disposition.Length : end)].Trim();
    }
}
