namespace Hongyan.WeCom;

/// <summary>What a servicer did.</summary>
public enum ServicerStatusChange
{
    /// <summary>Takes customers again.</summary>
    Receiving = 1,

    /// <summary>Takes no more customers.</summary>
    Stopped = 2,
}
