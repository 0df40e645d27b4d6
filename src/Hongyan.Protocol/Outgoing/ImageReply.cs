namespace Hongyan;

/// <summary>Answers with a picture (图片).</summary>
/// <param name="MediaId">The media id (素材) of an uploaded picture, or of one just received.</param>
public sealed record ImageReply(string MediaId) : Reply;
