namespace Hongyan.WeCom;

/// <summary>
/// Pictures, videos or files of a webinar that an application handed over were taken in or not: <c>webinar_warm_up_upload</c> for what is
/// shown before it (网络研讨会暖场上传结果), <c>medium_upload</c> for other material (素材上传结果).
/// </summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/98773 and 98775</remarks>
public sealed record MeetingUploadEvent : MeetingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public MeetingUploadEvent()
    {
    }

    internal MeetingUploadEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        AllUploaded = payload.Flag("AllUploadStatus"u8);
        Uploads = payload.Items("UploadInfo"u8, (in item) => new MeetingUpload(item));
        WarmUp = payload.Contains("WarmUpInfo"u8) ? new MeetingWarmUp(payload.Children("WarmUpInfo"u8)) : null;
    }

    /// <summary>
    /// Whether all of the material was taken in; otherwise all of it must be handed over again. Null where it is about the warm-up.
    /// </summary>
    public bool? AllUploaded { get; init; }

    /// <summary>The material; empty where it is about the warm-up.</summary>
    public IReadOnlyList<MeetingUpload> Uploads { get; init; } = [];

    /// <summary>What is shown before the webinar; null where it is about other material.</summary>
    public MeetingWarmUp? WarmUp { get; init; }
}
