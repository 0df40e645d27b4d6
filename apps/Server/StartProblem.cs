using Hongyan.Simulator;
using Microsoft.Extensions.Options;

namespace Hongyan.Server;

/// <summary>Why the server did not start, in sentences for the person who started it.</summary>
internal static class StartProblem
{
    /// <summary>Explains a mistake that a person can mend; null for anything else, which deserves its stack trace.</summary>
    public static string? Explain(Exception failure) => failure switch
    {
        HongyanStartupException or SimulatorStartException or ListenException => failure.Message,
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures),
        _ => null,
    };
}
