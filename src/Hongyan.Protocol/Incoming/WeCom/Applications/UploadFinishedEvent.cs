namespace Hongyan.WeCom;

/// <summary>
/// Media that the platform was asked to fetch from an address is there, or could not be fetched (异步上传临时素材完成). The result is asked for with
/// the job's id.
/// </summary>
public sealed record UploadFinishedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public UploadFinishedEvent()
    {
    }

    internal UploadFinishedEvent(in Protocol.PayloadFields payload)
        : base(payload) => JobId = payload.Text("JobId"u8);

    /// <summary>The id of the job.</summary>
    public string JobId { get; init; } = "";
}
