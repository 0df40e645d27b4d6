using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Transcripts;

/// <summary>
/// Media ids of a transcript were good when it was recorded. Each that no longer is gets a sample of its kind behind it, so that the bot
/// can download it; in the replies it goes by its old name again.
/// </summary>
internal sealed class ReplayedMedia(MediaStore store, SampleMedia samples)
{
    private readonly Dictionary<string, string> _real = [];

    /// <summary>The message with media ids that are good.</summary>
    public MemberMessage Send(MemberMessage message) => message switch
    {
        { MediaId: null } => message,
        { Type: "image" } => message with { MediaId = RealOf(message.MediaId, MediaKind.Image) },
        { Type: "voice" } => message with { MediaId = RealOf(message.MediaId, MediaKind.Voice) },
        { Type: "video" or "shortvideo" } => message with { MediaId = RealOf(message.MediaId, MediaKind.Video) },
        _ => message,
    };

    /// <summary>The reply as the transcript would name its media.</summary>
    public PassiveReply? Receive(PassiveReply? reply) =>
        reply?.MediaId is { } id && _real.FirstOrDefault(pair => pair.Value == id).Key is { } recorded ? reply with { MediaId = recorded } : reply;

    private string RealOf(string recorded, MediaKind kind)
    {
        if (store.FindValid(recorded) is not null)
            return recorded;
        if (!_real.TryGetValue(recorded, out var real))
        {
            var sample = samples.Get(kind);
            _real[recorded] = real = store.Add(kind, sample.FileName, sample.Content).MediaId;
        }
        return real;
    }
}
