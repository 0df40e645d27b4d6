using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>Pictures (图片). A preview shows the first.</summary>
/// <param name="MediaIds">The media ids of 1 to 20 pictures.</param>
public sealed record MassPictures(params IReadOnlyList<string> MediaIds) : MassMessage
{
    private const int MaxPictures = 20;

    /// <summary>What stands with them (推荐语).</summary>
    public string? Recommendation { get; init; }

    /// <summary>Whether readers may comment.</summary>
    public bool OpensComments { get; init; }

    /// <summary>Whether followers alone may comment.</summary>
    public bool OnlyFollowersComment { get; init; }

    internal override string MessageType => "image";

    internal override string ObjectName => "images";

    internal override void Check(LimitCheck check)
    {
        check.Count("MassPictures.MediaIds", MediaIds.Count, 1, MaxPictures);
        foreach (var mediaId in MediaIds)
            check.Required("MassPictures.MediaIds", mediaId);
    }

    internal override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteStrings("media_ids"u8, MediaIds);
        json.WriteOptional("recommend"u8, Recommendation);
        json.WriteNumber("need_open_comment"u8, OpensComments ? 1 : 0);
        json.WriteNumber("only_fans_can_comment"u8, OnlyFollowersComment ? 1 : 0);
    }

    internal override void WritePreview(Utf8JsonWriter json) => WriteObject(json, "image", preview => preview.WriteString("media_id"u8, MediaIds[0]));
}
