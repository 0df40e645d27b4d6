namespace Hongyan;

/// <summary>A photo was taken or chosen from the menu (弹出拍照或者相册发图).</summary>
public sealed record TakeOrChoosePhotoEvent : PictureEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public TakeOrChoosePhotoEvent()
    {
    }

    internal TakeOrChoosePhotoEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
