namespace Hongyan.Calls;

/// <summary>One call, written down so that it can be sent a second time: content is made anew for each try.</summary>
internal sealed class PlatformRequest
{
    private readonly string _path = "";

    public required HttpMethod Method { get; init; }

    /// <summary>Path and query below the platform's address, without the access token.</summary>
    /// <exception cref="ArgumentException">It is not a path, or it has its own token or a fragment, behind which a token would be lost.</exception>
    public required string Path
    {
        get => _path;
        init
        {
            ArgumentException.ThrowIfNullOrEmpty(value);
            if (value[0] != '/' || value.Contains('#', StringComparison.Ordinal))
                throw new ArgumentException($"'{value}' is not a path such as /cgi-bin/user/get?userid=zhangsan.", nameof(Path));
            if (value.Contains("access_token=", StringComparison.OrdinalIgnoreCase))
                throw new ArgumentException("Leave access_token out of the path; the client adds it.", nameof(Path));
            _path = value;
        }
    }

    public Func<HttpContent>? CreateContent { get; init; }

    /// <summary>How long to wait, all tries together: for the whole answer, or for the beginning of a file.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>
    /// Whether the call may arrive twice without harm, because it only reads. The verb does not tell: WeCom deletes by GET and reads by POST.
    /// </summary>
    public bool IsRepeatable { get; init; }

    /// <summary>A code other than 0 that is no refusal, because its answer says what was asked for; null for none.</summary>
    public int? AcceptedCode { get; init; }

    /// <summary>How long a 45009 of this endpoint lasts, where its only limit is by the minute; null where it may last an hour or a day.</summary>
    public TimeSpan? FrequencyBlock { get; init; }

    /// <summary>Verb and path; the query may hold what belongs in no log.</summary>
    public string Endpoint => $"{Method} {Path.Split('?')[0]}";
}
