namespace Hongyan.WeCom;

/// <summary>Whether a servicer takes customers (接待状态).</summary>
public enum ServicerStatus
{
    /// <summary>Yes (接待中).</summary>
    Receiving = 0,

    /// <summary>Not now (停止接待).</summary>
    Stopped = 1,
}
