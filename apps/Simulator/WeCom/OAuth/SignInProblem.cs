namespace Hongyan.Simulator.WeCom;

/// <summary>Why the platform shows an error instead of signing somebody in.</summary>
/// <param name="Rule">The rule: a sentence in Resources/Texts under <c>SignIn_</c>.</param>
/// <param name="Code">The platform's code, where it has one.</param>
/// <param name="Arguments">What fills the sentence's places.</param>
public sealed record SignInProblem(string Rule, int? Code, params IReadOnlyList<object> Arguments);
