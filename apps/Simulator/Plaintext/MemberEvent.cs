using System.Text.Json.Serialization;

namespace Hongyan.Simulator.Plaintext;

/// <summary>Something a member does in an app, or a follower at a 公众号. Which fields count depends on the event; what is left out is invented.</summary>
public sealed record MemberEvent
{
    /// <summary>Event: enter_agent, subscribe, unsubscribe, LOCATION, click, view, …</summary>
    public string Event { get; init; } = "";

    /// <summary>Key of the menu entry or button, the address of a view entry, or the scene of a QR code.</summary>
    public string? EventKey { get; init; }

    /// <summary>subscribe, SCAN: the ticket of the QR code. 公众号 alone.</summary>
    public string? Ticket { get; init; }

    /// <summary>VIEW, view_miniprogram: menuid of the conditional menu that the entry is in. 公众号 alone.</summary>
    public string? MenuId { get; init; }

    /// <summary>kf_create_session, kf_close_session: the servicer. 公众号 alone.</summary>
    public string? KfAccount { get; init; }

    /// <summary>kf_close_session: who ended it.</summary>
    public string? CloseType { get; init; }

    /// <summary>kf_switch_session: who had it.</summary>
    public string? FromKfAccount { get; init; }

    /// <summary>kf_switch_session: who has it now.</summary>
    public string? ToKfAccount { get; init; }

    /// <summary>LOCATION, location_select: degrees north.</summary>
    public double? Latitude { get; init; }

    /// <summary>LOCATION, location_select: degrees east.</summary>
    public double? Longitude { get; init; }

    /// <summary>LOCATION: metres.</summary>
    public double? Precision { get; init; }

    /// <summary>location_select: zoom of the map.</summary>
    public int? Scale { get; init; }

    /// <summary>location_select: name of the place.</summary>
    public string? Label { get; init; }

    /// <summary>location_select: name of the point of interest (Poiname).</summary>
    public string? PoiName { get; init; }

    /// <summary>scancode_*: qrcode or barcode.</summary>
    public string? ScanType { get; init; }

    /// <summary>scancode_*: what the code says.</summary>
    public string? ScanResult { get; init; }

    /// <summary>pic_*: MD5 of each picture. Given without <see cref="MediaIds"/>, no pictures follow.</summary>
    public IReadOnlyList<string>? PicMd5Sums { get; init; }

    /// <summary>pic_*: media ids of the pictures, which follow as messages of their own; their MD5 is worked out.</summary>
    public IReadOnlyList<string>? MediaIds { get; init; }

    /// <summary>template_card_*: TaskId of the card.</summary>
    public string? TaskId { get; init; }

    /// <summary>template_card_*: text_notice, button_interaction, …</summary>
    public string? CardType { get; init; }

    /// <summary>template_card_*: code with which the card can be updated once.</summary>
    public string? ResponseCode { get; init; }

    /// <summary>template_card_event: what was chosen.</summary>
    public IReadOnlyList<SelectedItem>? SelectedItems { get; init; }

    /// <summary>batch_job_result: the job.</summary>
    public string? JobId { get; init; }

    /// <summary>batch_job_result: sync_user, replace_user, invite_user or replace_party.</summary>
    public string? JobType { get; init; }

    /// <summary>batch_job_result: 0 when the job went well.</summary>
    public int? ErrCode { get; init; }

    /// <summary>batch_job_result: ok, or what went wrong.</summary>
    public string? ErrMsg { get; init; }

    /// <summary>Whether it announces pictures.</summary>
    [JsonIgnore]
    public bool SendsPictures => Event is "pic_sysphoto" or "pic_photo_or_album" or "pic_weixin";
}
