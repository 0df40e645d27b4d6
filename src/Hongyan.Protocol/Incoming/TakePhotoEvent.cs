namespace Hongyan;

/// <summary>A photo was taken from the menu (弹出系统拍照发图).</summary>
public sealed record TakePhotoEvent : PictureEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public TakePhotoEvent()
    {
    }

    internal TakePhotoEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
