namespace Hongyan.Server.Push;

/// <summary>Why a push is not done, as the answer says it.</summary>
/// <param name="Status">The HTTP status: below 500 repeating it changes nothing, from 500 on it may help.</param>
/// <param name="Code">A word for programs, such as <c>bad_request</c>.</param>
/// <param name="Detail">A sentence for people.</param>
internal sealed record PushProblem(int Status, string Code, string Detail)
{
    /// <summary>The field of the body that it is about.</summary>
    public string? Field { get; init; }

    /// <summary>The platform's errcode.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>What to do about the errcode.</summary>
    public string? Hint { get; init; }

    /// <summary>When trying again makes sense.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
