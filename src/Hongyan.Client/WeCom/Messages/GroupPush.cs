namespace Hongyan.WeCom;

/// <summary>An active message that an app chat (应用群聊) takes as well as members do.</summary>
public abstract record GroupPush : Push
{
    private protected GroupPush()
    {
    }

    /// <summary>Text as an active message.</summary>
    public static implicit operator GroupPush(string text) => new TextPush(text);
}
