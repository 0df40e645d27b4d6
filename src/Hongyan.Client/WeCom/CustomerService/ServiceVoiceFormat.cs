namespace Hongyan.WeCom;

/// <summary>The format of voice messages of customers.</summary>
public enum ServiceVoiceFormat
{
    /// <summary>AMR.</summary>
    Amr = 0,

    /// <summary>SILK.</summary>
    Silk = 1,
}
