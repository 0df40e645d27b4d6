namespace Hongyan.Simulator.Chat;

/// <summary>Who an entry of a conversation comes from.</summary>
public enum ChatDirection
{
    /// <summary>The member, to the app.</summary>
    In,

    /// <summary>The app, to the member.</summary>
    Out,

    /// <summary>The simulator: what went wrong. A member of the real company would not see it.</summary>
    System,
}
