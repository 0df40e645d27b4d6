namespace Hongyan.Simulator.WeCom;

/// <summary>What becomes known about a call while it is answered.</summary>
internal sealed class ApiCallFacts
{
    private readonly List<Finding> _notes = [];

    /// <summary>The app whose token or secret it is; null while nobody knows.</summary>
    public WeComApp? App { get; set; }

    /// <summary>errcode; null for a file.</summary>
    public int? ErrorCode { get; private set; }

    /// <summary>errmsg; null for a file.</summary>
    public string? ErrorMessage { get; private set; }

    /// <summary>What a developer should know.</summary>
    public IReadOnlyList<Finding> Notes => _notes;

    /// <summary>Remembers the answer.</summary>
    public void Answered(int errorCode, string errorMessage) => (ErrorCode, ErrorMessage) = (errorCode, errorMessage);

    /// <summary>Adds a note.</summary>
    public void Remark(Finding note) => _notes.Add(note);
}
