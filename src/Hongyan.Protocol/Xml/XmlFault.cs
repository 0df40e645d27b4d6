namespace Hongyan.Protocol;

/// <summary>Why a document was refused.</summary>
internal enum XmlFault
{
    None = 0,
    NotXml,
    Truncated,
    InvalidUtf8,
    DocumentType,
    UnknownEntity,
    TooDeep,
    TooManyChildren,
}

internal static class XmlFaultReasons
{
    public static string Describe(this XmlFault fault) => fault switch
    {
        XmlFault.Truncated => "the XML ends too early",
        XmlFault.InvalidUtf8 => "the XML is not valid UTF-8",
        XmlFault.DocumentType => "the XML holds a DTD, which is never accepted",
        XmlFault.UnknownEntity => "the XML uses an entity other than the five predefined ones",
        XmlFault.TooDeep => $"the XML is nested deeper than {XmlScanner.MaxDepth} elements",
        XmlFault.TooManyChildren => "the XML has too many elements on one level",
        _ => "the body is not XML",
    };
}
