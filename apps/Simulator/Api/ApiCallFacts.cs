namespace Hongyan.Simulator.Api;

/// <summary>What becomes known about a call while it is answered.</summary>
/// <param name="id">Number of the call.</param>
internal sealed class ApiCallFacts(long id)
{
    private readonly List<Finding> _notes = [];

    /// <summary>Number of the call.</summary>
    public long Id => id;

    /// <summary>Whose token or secret it is; null while nobody knows.</summary>
    public ApiCaller? Caller { get; set; }

    /// <summary>The body that came, as the log shows it.</summary>
    public string? RequestBody { get; set; }

    /// <summary>The body of the answer, as the log shows it.</summary>
    public string? ResponseBody { get; private set; }

    /// <summary>errcode; null for a file.</summary>
    public int? ErrorCode { get; private set; }

    /// <summary>errmsg; null for a file.</summary>
    public string? ErrorMessage { get; private set; }

    /// <summary>What a developer should know.</summary>
    public IReadOnlyList<Finding> Notes => _notes;

    /// <summary>Remembers the answer.</summary>
    public void Answered(int errorCode, string errorMessage, ReadOnlySpan<byte> body) =>
        (ErrorCode, ErrorMessage, ResponseBody) = (errorCode, errorMessage, CallBody.OfJson(body));

    /// <summary>Remembers that a file was the answer.</summary>
    public void Answered(MediaFile file) => ResponseBody = CallBody.OfFile(file.ContentType, file.FileName, file.Content.Length);

    /// <summary>Adds a note.</summary>
    public void Remark(Finding note) => _notes.Add(note);
}
