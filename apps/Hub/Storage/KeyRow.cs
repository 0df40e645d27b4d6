namespace Hongyan.Hub.Storage;

/// <summary>One key of Data Protection, which all nodes share. It is not encrypted itself: whoever may read the database may read it.</summary>
public sealed class KeyRow
{
    /// <summary>Its number.</summary>
    public long Id { get; set; }

    /// <summary>What the framework calls it.</summary>
    public required string Name { get; set; }

    /// <summary>The key as the framework writes it.</summary>
    public required string Xml { get; set; }
}
