namespace Hongyan.Cli.Doctor;

/// <summary>What the callback address answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The first of the body's bytes, as text.</param>
/// <param name="Elapsed">From the request to the end of the answer.</param>
internal sealed record ProbeAnswer(int Status, string Body, TimeSpan Elapsed);
