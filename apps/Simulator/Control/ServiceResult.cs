using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>What became of an act of a customer or a servicer: its entry, or why it was not done.</summary>
/// <param name="Entry">The entry; null when it was not done.</param>
/// <param name="Field">The field that cannot be taken; empty when none is to blame.</param>
/// <param name="Problem">Why, in the reader's words.</param>
internal sealed record ServiceResult(ServiceEntry? Entry, string Field, string Problem)
{
    public static ServiceResult Done(ServiceEntry entry) => new(entry, "", "");

    public static ServiceResult Refused(string field, string problem) => new(null, field, problem);
}
