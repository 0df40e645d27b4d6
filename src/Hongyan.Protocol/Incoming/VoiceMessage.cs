namespace Hongyan;

/// <summary>A voice message (语音消息).</summary>
public sealed record VoiceMessage : IncomingMessage
{
    /// <summary>Makes one by hand, for a test.</summary>
    public VoiceMessage()
    {
    }

    internal VoiceMessage(in Protocol.PayloadFields payload)
        : base(payload)
    {
        MediaId = payload.Text("MediaId"u8);
        Format = payload.Text("Format"u8);
        WidebandMediaId = payload.Text("MediaId16K"u8);
        Recognition = payload.Text("Recognition"u8);
    }

    /// <summary>The media id (素材ID); fetch it within three days.</summary>
    public string MediaId { get; init; } = "";

    /// <summary>The format: <c>amr</c>, <c>speex</c> …</summary>
    public string Format { get; init; } = "";

    /// <summary>The media id of the same voice at 16 kHz (MediaId16K); empty where the platform has none.</summary>
    public string WidebandMediaId { get; init; } = "";

    /// <summary>
    /// What was said, in words (语音识别结果): all that a robot gets of voice, and what an Official Account gets where recognition is switched on.
    /// Empty elsewhere.
    /// </summary>
    public string Recognition { get; init; } = "";
}
