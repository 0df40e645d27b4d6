namespace Hongyan.WeCom;

/// <summary>Material of a webinar (素材), and whether it was taken in.</summary>
public sealed record MeetingUpload
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MeetingUpload()
    {
    }

    internal MeetingUpload(in Protocol.PayloadFields payload)
    {
        MediaType = (MeetingMediaType)(payload.SmallNumber("MediumType"u8) ?? 0);
        Url = payload.Text("MediumUrl"u8);
        IsUploaded = payload.Flag("UploadStatus"u8) ?? false;
        ErrorMessage = payload.Text("ErrorMsg"u8);
    }

    /// <summary>What it is.</summary>
    public MeetingMediaType MediaType { get; init; }

    /// <summary>Where it was fetched from.</summary>
    public string Url { get; init; } = "";

    /// <summary>Whether it was taken in.</summary>
    public bool IsUploaded { get; init; }

    /// <summary>Why it was not; empty where it was.</summary>
    public string ErrorMessage { get; init; } = "";
}
