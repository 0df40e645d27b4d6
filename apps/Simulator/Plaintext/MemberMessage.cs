namespace Hongyan.Simulator.Plaintext;

/// <summary>A message that a member sends to an app, or a follower to a 公众号. Which fields count depends on the type; what is left out is invented.</summary>
public sealed record MemberMessage
{
    /// <summary>MsgType: text, image, voice, video, shortvideo, location or link.</summary>
    public string Type { get; init; } = "";

    /// <summary>text: what the member types, at most 2048 bytes of UTF-8.</summary>
    public string? Content { get; init; }

    /// <summary>text: id of the item of a menu message that was tapped (bizmsgmenuid). 公众号 alone.</summary>
    public string? MenuId { get; init; }

    /// <summary>voice: what was understood. 公众号 alone, and only where its recognition is switched on.</summary>
    public string? Recognition { get; init; }

    /// <summary>image, link: address of the picture.</summary>
    public string? PicUrl { get; init; }

    /// <summary>image, voice, video: id of the media file.</summary>
    public string? MediaId { get; init; }

    /// <summary>voice: amr or speex.</summary>
    public string? Format { get; init; }

    /// <summary>video: id of the thumbnail.</summary>
    public string? ThumbMediaId { get; init; }

    /// <summary>location: degrees north (Location_X).</summary>
    public double? Latitude { get; init; }

    /// <summary>location: degrees east (Location_Y).</summary>
    public double? Longitude { get; init; }

    /// <summary>location: zoom of the map.</summary>
    public int? Scale { get; init; }

    /// <summary>location: name of the place.</summary>
    public string? Label { get; init; }

    /// <summary>link: title.</summary>
    public string? Title { get; init; }

    /// <summary>link: description.</summary>
    public string? Description { get; init; }

    /// <summary>link: address of the page.</summary>
    public string? Url { get; init; }
}
