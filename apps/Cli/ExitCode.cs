namespace Hongyan.Cli;

/// <summary>What the program tells a script. 1 is left to the runtime, for a mistake of ours.</summary>
internal static class ExitCode
{
    /// <summary>Done, or sent to everybody who was named.</summary>
    public const int Done = 0;

    /// <summary><c>doctor</c> found something to mend.</summary>
    public const int Problems = 1;

    /// <summary>The command line, the configuration or the input cannot be used; nothing was sent.</summary>
    public const int Unusable = 2;

    /// <summary>The platform refused it with an errcode.</summary>
    public const int Refused = 3;

    /// <summary>The platform was not reached. Nothing was sent, so it can be tried again.</summary>
    public const int Unreachable = 4;

    /// <summary>The connection broke after the message had gone: it may have been sent, and sending it again could show it twice.</summary>
    public const int Unknown = 5;

    /// <summary>The platform took it, but not for everybody who was named.</summary>
    public const int Partial = 6;
}
