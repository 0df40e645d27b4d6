namespace Hongyan.Storage.Writing;

/// <summary>What a parameter of a statement is, also where its value is null.</summary>
internal enum ColumnType
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>An array of bytes.</summary>
    Bytes,

    /// <summary>An int.</summary>
    Number,

    /// <summary>A long.</summary>
    Long,
}
