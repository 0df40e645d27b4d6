namespace Hongyan.Simulator.Menus;

/// <summary>What the platform does not take about a menu.</summary>
/// <param name="Field">Where, for example <c>button[0].sub_button[1].name</c>.</param>
/// <param name="Rule">The rule: a sentence in Resources/Texts under <c>Menu_</c>.</param>
/// <param name="Code">The platform's code.</param>
/// <param name="Arguments">What fills the sentence's places.</param>
internal sealed record MenuProblem(string Field, string Rule, int Code, params IReadOnlyList<object> Arguments);
