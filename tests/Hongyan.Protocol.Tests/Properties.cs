using FsCheck;
using FsCheck.Fluent;

namespace Hongyan.Tests;

internal static class Properties
{
    private static readonly Config Quiet = Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(300);

    /// <summary>Tries that many random cases.</summary>
    public static void Hold(this Property property, int cases) => property.Check(Quiet.WithMaxTest(cases));

    /// <summary>Tries 300 random cases; a failure throws with the smallest case and the seed to repeat it.</summary>
    public static void Hold(this Property property) => property.Check(Quiet);
}
