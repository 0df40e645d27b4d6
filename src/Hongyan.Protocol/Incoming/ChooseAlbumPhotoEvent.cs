namespace Hongyan;

/// <summary>Photos were chosen from the album by the menu (弹出相册发图器).</summary>
public sealed record ChooseAlbumPhotoEvent : PictureEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ChooseAlbumPhotoEvent()
    {
    }

    internal ChooseAlbumPhotoEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
