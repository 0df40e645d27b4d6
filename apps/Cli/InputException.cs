namespace Hongyan.Cli;

/// <summary>Something that was given cannot be used. The message is a sentence for whoever gave it.</summary>
internal sealed class InputException(string message) : Exception(message);
