using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>An uploaded media file.</summary>
/// <param name="MediaId">media_id.</param>
/// <param name="Type">The type of message it can be sent as: image, voice, video, file.</param>
/// <param name="Format">jpg, png, gif, amr, …</param>
/// <param name="FileName">As it is shown to people.</param>
/// <param name="ContentType">As a browser wants it.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Url">Where the page sees it.</param>
public sealed record MediaView(string MediaId, MediaKind Type, string? Format, string FileName, string ContentType, int Size, string Url)
{
    /// <summary>Shows a file.</summary>
    public static MediaView Of(MediaFile file) => new(
        file.MediaId, file.Kind, file.Format?.Name, file.FileName, file.ContentType, file.Content.Length, MemberMedia.PathOf(file.MediaId));
}
