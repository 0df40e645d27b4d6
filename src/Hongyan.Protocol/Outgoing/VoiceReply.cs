namespace Hongyan;

/// <summary>Answers with a voice message (语音).</summary>
/// <param name="MediaId">The media id (素材) of an uploaded recording, or of one just received.</param>
public sealed record VoiceReply(string MediaId) : Reply;
