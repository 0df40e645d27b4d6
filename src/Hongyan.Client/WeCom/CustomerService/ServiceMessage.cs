namespace Hongyan.WeCom;

/// <summary>What can be sent to a customer of the customer service. A string becomes a <see cref="ServiceText"/>.</summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/94677. What the platform would cut off in silence is refused here.</remarks>
public abstract record ServiceMessage
{
    private protected ServiceMessage()
    {
    }

    /// <summary>A text.</summary>
    public static implicit operator ServiceMessage(string text) => new ServiceText { Content = text };
}
