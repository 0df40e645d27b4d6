namespace Hongyan.WeCom;

/// <summary>What is shown before a webinar (网络研讨会暖场), and what came of uploading it.</summary>
public sealed record MeetingWarmUp
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MeetingWarmUp()
    {
    }

    internal MeetingWarmUp(in Protocol.PayloadFields payload)
    {
        PictureUrl = payload.Text("WarmUpPicture"u8);
        VideoUrl = payload.Text("WarmUpVideo"u8);
        UploadStatus = payload.Text("UploadStatus"u8);
        ErrorMessage = payload.Text("ErrorMsg"u8);
    }

    /// <summary>The picture.</summary>
    public string PictureUrl { get; init; } = "";

    /// <summary>The video.</summary>
    public string VideoUrl { get; init; } = "";

    /// <summary>What came of it, as the platform writes it.</summary>
    public string UploadStatus { get; init; } = "";

    /// <summary>Why it failed; empty where it did not.</summary>
    public string ErrorMessage { get; init; } = "";
}
