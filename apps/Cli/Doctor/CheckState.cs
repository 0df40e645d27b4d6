namespace Hongyan.Cli.Doctor;

/// <summary>What came of one check.</summary>
internal enum CheckState
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>It works, but somebody may want it otherwise.</summary>
    Notice,

    /// <summary>It does not work until somebody mends it.</summary>
    Problem,

    /// <summary>It could not be looked at, because something before it is wrong or was not given.</summary>
    Skipped,
}
