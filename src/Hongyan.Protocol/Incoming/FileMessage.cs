namespace Hongyan;

/// <summary>A file (文件消息). A robot gets its address; what an Official Account gets, the platform does not document.</summary>
public sealed record FileMessage : IncomingMessage
{
    /// <summary>Makes one by hand, for a test.</summary>
    public FileMessage()
    {
    }

    internal FileMessage(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Title = payload.Text("Title"u8);
        Description = payload.Text("Description"u8);
        FileKey = payload.Text("FileKey"u8);
        Md5 = payload.Text("FileMd5"u8);
        Length = payload.Number("FileTotalLen"u8);
    }

    /// <summary>Where a robot fetches the file, encrypted with the robot's key; valid for five minutes. Empty elsewhere.</summary>
    public string Url { get; init; } = "";

    /// <summary>The name of the file; empty for a robot.</summary>
    public string Title { get; init; } = "";

    /// <summary>The description; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>The key of the file on the platform; empty for a robot.</summary>
    public string FileKey { get; init; } = "";

    /// <summary>The MD5 of the file, in hexadecimal; empty for a robot.</summary>
    public string Md5 { get; init; } = "";

    /// <summary>The size in bytes; null where it is not said.</summary>
    public long? Length { get; init; }
}
