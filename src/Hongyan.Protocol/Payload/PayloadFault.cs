namespace Hongyan.Protocol;

/// <summary>Why a document was refused.</summary>
internal enum PayloadFault
{
    None = 0,
    Unknown,
    NotXml,
    NotJson,
    Truncated,
    InvalidUtf8,
    DocumentType,
    UnknownEntity,
    TooDeep,
    TooManyFields,
}

internal static class PayloadFaultReasons
{
    public static string Describe(this PayloadFault fault, bool isJson = false)
    {
        var syntax = isJson ? "JSON" : "XML";
        return fault switch
        {
            PayloadFault.NotXml => "the body is not XML",
            PayloadFault.NotJson => "the body is not a JSON object",
            PayloadFault.Truncated => $"the {syntax} ends too early",
            PayloadFault.InvalidUtf8 => $"the {syntax} is not valid UTF-8",
            PayloadFault.DocumentType => "the XML holds a DTD, which is never accepted",
            PayloadFault.UnknownEntity => "the XML uses an entity other than the five predefined ones",
            PayloadFault.TooDeep => $"the {syntax} is nested deeper than {PayloadFields.MaxDepth} {(isJson ? "values" : "elements")}",
            PayloadFault.TooManyFields => $"the {syntax} has too many {(isJson ? "values" : "elements")}",
            _ => "the body is neither XML nor JSON",
        };
    }
}
