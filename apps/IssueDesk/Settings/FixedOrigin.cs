namespace Hongyan.IssueDesk.Settings;

/// <summary>Where a value comes from that stands over the console.</summary>
internal enum FixedOrigin
{
    /// <summary>An environment variable.</summary>
    Environment,

    /// <summary>An argument of the command line.</summary>
    CommandLine,

    /// <summary>The program itself.</summary>
    Program,
}
