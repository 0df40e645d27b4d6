namespace Hongyan.Simulator.Control;

/// <summary>What a person agrees to on the page of a one-time subscription.</summary>
/// <param name="TemplateId">template_id of the page's address.</param>
/// <param name="Scene">scene of the page's address.</param>
public sealed record OneTimeConsent(string TemplateId, int Scene);
