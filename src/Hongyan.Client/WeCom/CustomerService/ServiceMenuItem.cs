namespace Hongyan.WeCom;

/// <summary>One line of a menu.</summary>
public abstract record ServiceMenuItem
{
    private protected ServiceMenuItem()
    {
    }
}
