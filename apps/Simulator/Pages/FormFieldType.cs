namespace Hongyan.Simulator.Pages;

/// <summary>How a field of a form is typed in.</summary>
public enum FormFieldType
{
    /// <summary>One line.</summary>
    Text,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A list, one entry per line.</summary>
    Lines,

    /// <summary>Chosen options, one question per line: key=option,option.</summary>
    Choices,
}
