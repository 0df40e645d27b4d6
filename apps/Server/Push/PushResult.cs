namespace Hongyan.Server.Push;

/// <summary>How a push ended.</summary>
/// <param name="Answer">What the request is answered.</param>
/// <param name="IsRepeated">Whether an earlier request of the same name got this answer, and nothing was sent now.</param>
internal sealed record PushResult(PushAnswer Answer, bool IsRepeated);
