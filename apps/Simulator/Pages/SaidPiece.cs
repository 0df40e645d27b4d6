namespace Hongyan.Simulator.Pages;

/// <summary>A piece of a text: plain, a link, or somebody who is mentioned. Not yet encoded for HTML.</summary>
/// <param name="Text">What is read.</param>
/// <param name="Url">What a link opens.</param>
/// <param name="IsMention">Whether it names a member.</param>
internal readonly record struct SaidPiece(string Text, string? Url = null, bool IsMention = false);
