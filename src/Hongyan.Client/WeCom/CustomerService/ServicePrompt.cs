namespace Hongyan.WeCom;

/// <summary>What can be sent in answer to an event, too: a text or a menu.</summary>
public abstract record ServicePrompt : ServiceMessage
{
    private protected ServicePrompt()
    {
    }

    /// <summary>A text.</summary>
    public static implicit operator ServicePrompt(string text) => new ServiceText { Content = text };
}
