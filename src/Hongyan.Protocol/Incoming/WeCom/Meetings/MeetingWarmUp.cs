namespace Hongyan.WeCom;

/// <summary>What is shown before a webinar (网络研讨会暖场), and whether it was taken in.</summary>
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
        IsUploaded = payload.Flag("UploadStatus"u8) ?? false;
        ErrorMessage = payload.Text("ErrorMsg"u8);
    }

    /// <summary>The picture.</summary>
    public string PictureUrl { get; init; } = "";

    /// <summary>The video.</summary>
    public string VideoUrl { get; init; } = "";

    /// <summary>Whether it was taken in.</summary>
    public bool IsUploaded { get; init; }

    /// <summary>Why it was not; empty where it was.</summary>
    public string ErrorMessage { get; init; } = "";
}
