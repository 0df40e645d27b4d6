namespace Hongyan.Simulator.WeCom;

/// <summary>How far a load run has got.</summary>
public enum LoadState
{
    /// <summary>Deliveries are begun or under way.</summary>
    Running,

    /// <summary>Every delivery has ended. Answers may still come by the active API.</summary>
    Finished,

    /// <summary>Somebody stopped it, or the world was reset.</summary>
    Stopped,
}
