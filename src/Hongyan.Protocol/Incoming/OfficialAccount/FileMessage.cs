namespace Hongyan.OfficialAccount;

/// <summary>A file (文件消息). The platform sends it and does not document it.</summary>
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

    /// <summary>The name of the file.</summary>
    public string Title { get; init; } = "";

    /// <summary>The description; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>The key of the file on the platform.</summary>
    public string FileKey { get; init; } = "";

    /// <summary>The MD5 of the file, in hexadecimal.</summary>
    public string Md5 { get; init; } = "";

    /// <summary>The size in bytes.</summary>
    public long? Length { get; init; }
}
