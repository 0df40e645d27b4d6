namespace Hongyan.Simulator.Api;

/// <summary>An error of a platform's API, with its official code. Programs go by the code; the words are close to the platform's.</summary>
/// <param name="Code">errcode.</param>
/// <param name="Message">The beginning of errmsg.</param>
internal sealed record ApiError(int Code, string Message);
