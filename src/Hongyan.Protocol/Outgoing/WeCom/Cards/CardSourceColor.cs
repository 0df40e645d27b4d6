namespace Hongyan.WeCom;

/// <summary>The colour of a card's source.</summary>
public enum CardSourceColor
{
    /// <summary>Grey (灰色).</summary>
    Grey = 0,

    /// <summary>Black (黑色).</summary>
    Black = 1,

    /// <summary>Red (红色).</summary>
    Red = 2,

    /// <summary>Green (绿色).</summary>
    Green = 3,
}
