namespace Hongyan.WeCom;

/// <summary>One option of a <see cref="CardCheckbox"/>.</summary>
/// <param name="Id">What the event carries; 1 to 128 bytes, unique in the question.</param>
/// <param name="Text">What it reads; advised max. 11 characters.</param>
public sealed record CardCheckboxOption(string Id, string Text)
{
    /// <summary>Whether it is ticked at first.</summary>
    public bool IsChecked { get; init; }
}
