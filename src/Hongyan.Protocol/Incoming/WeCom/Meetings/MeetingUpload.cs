namespace Hongyan.WeCom;

/// <summary>A picture or video of a webinar, and what came of uploading it.</summary>
public sealed record MeetingUpload
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MeetingUpload()
    {
    }

    internal MeetingUpload(in Protocol.PayloadFields payload)
    {
        MediaType = payload.Text("MediumType"u8);
        Url = payload.Text("MediumUrl"u8);
        UploadStatus = payload.Text("UploadStatus"u8);
        ErrorMessage = payload.Text("ErrorMsg"u8);
    }

    /// <summary>What it is, as the platform writes it.</summary>
    public string MediaType { get; init; } = "";

    /// <summary>Where it is.</summary>
    public string Url { get; init; } = "";

    /// <summary>What came of it, as the platform writes it.</summary>
    public string UploadStatus { get; init; } = "";

    /// <summary>Why it failed; empty where it did not.</summary>
    public string ErrorMessage { get; init; } = "";
}
