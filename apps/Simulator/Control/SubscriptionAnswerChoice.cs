namespace Hongyan.Simulator.Control;

/// <summary>Whether a person wants the messages of a template.</summary>
/// <param name="TemplateId">priTmplId.</param>
/// <param name="Accepts">Whether they do.</param>
public sealed record SubscriptionAnswerChoice(string TemplateId, bool Accepts = true);
