namespace Hongyan.Simulator.World;

/// <summary>What the platform does not take about a change of the contacts.</summary>
/// <param name="Code">The platform's code.</param>
/// <param name="Message">errmsg.</param>
/// <param name="Field">The field as the control API spells it.</param>
/// <param name="Rule">The rule: a sentence in Resources/Texts under <c>Contact_</c>.</param>
public sealed record ContactProblem(int Code, string Message, string Field, string Rule);
