namespace Hongyan.Simulator.OfficialAccount;

/// <summary>What a file must be to be taken as temporary or permanent material.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Asset_Management/New_temporary_materials.html and Adding_Permanent_Assets.html.</remarks>
internal static class MaterialRules
{
    private const int ThumbBytes = 64 * 1024;

    /// <summary>What a type is kept as; null for a type that there is not.</summary>
    public static MediaKind? KindOf(string? type) => type switch
    {
        "image" or "thumb" => MediaKind.Image,
        "voice" => MediaKind.Voice,
        "video" => MediaKind.Video,
        _ => null,
    };

    /// <summary>Bytes that a type may have.</summary>
    public static int MaxBytes(string type) => type == "thumb" ? ThumbBytes : MediaLimit.Of(KindOf(type)!.Value);

    /// <summary>What is wrong with a file of this type; null: nothing.</summary>
    public static ApiError? Check(string type, UploadedFile file, bool isPermanent)
    {
        if (file.Content.Length == 0)
            return OfficialAccountErrors.EmptyMedia;
        var format = MediaFormat.Of(file.Content)?.Name;
        return type switch
        {
            "image" => file.IsTooLarge ? OfficialAccountErrors.ImageSize
                : format is "jpg" or "png" or "gif" || (isPermanent && file.Content.AsSpan().StartsWith("BM"u8)) ? null
                : OfficialAccountErrors.FileType,
            "thumb" => file.IsTooLarge ? OfficialAccountErrors.ThumbSize : format is "jpg" ? null : OfficialAccountErrors.FileType,
            "video" => file.IsTooLarge ? OfficialAccountErrors.VideoSize : format is "mp4" ? null : OfficialAccountErrors.FileType,
            _ when file.IsTooLarge => OfficialAccountErrors.VoiceSize,
            _ when format is not ("amr" or "mp3") && !(isPermanent && format is "wav") => OfficialAccountErrors.FileType,
            _ => AmrDuration.Of(file.Content).TotalSeconds > MediaLimit.VoiceSeconds ? OfficialAccountErrors.PlayTime : null,
        };
    }
}
