namespace Hongyan.Server.Push;

/// <summary>A push that cannot be done, found somewhere on the way.</summary>
internal sealed class PushException(PushProblem problem) : Exception(problem.Detail)
{
    public PushProblem Problem { get; } = problem;
}
