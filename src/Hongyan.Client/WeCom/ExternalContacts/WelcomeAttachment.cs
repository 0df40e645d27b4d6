namespace Hongyan.WeCom;

/// <summary>What can be attached to a welcome message.</summary>
public abstract record WelcomeAttachment
{
    private protected WelcomeAttachment()
    {
    }
}
