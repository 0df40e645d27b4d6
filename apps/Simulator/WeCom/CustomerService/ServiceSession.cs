namespace Hongyan.Simulator.WeCom;

/// <summary>What is between a customer and an account (会话).</summary>
public sealed record ServiceSession
{
    /// <summary>How long a session lasts, how long a customer can be answered, and how long a greeting holds.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(48);

    /// <summary>How many messages answer one message of the customer.</summary>
    public const int MaxAnswers = 5;

    /// <summary>The account.</summary>
    public required string OpenKfId { get; init; }

    /// <summary>The customer.</summary>
    public required string ExternalUserId { get; init; }

    /// <summary>Who answers.</summary>
    public ServiceState State { get; init; } = ServiceState.Ended;

    /// <summary>The servicer, while one has it.</summary>
    public string? ServicerUserId { get; init; }

    /// <summary>When it began; null before the customer wrote for the first time.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When the customer last wrote.</summary>
    public DateTimeOffset? WroteAt { get; init; }

    /// <summary>How many messages of the API answered since.</summary>
    public int Answers { get; init; }

    /// <summary>When the customer was last greeted.</summary>
    public DateTimeOffset? GreetedAt { get; init; }

    /// <summary>When the customer last came in.</summary>
    public DateTimeOffset? EnteredAt { get; init; }

    /// <summary>scene of the link that was used then.</summary>
    public string Scene { get; init; } = "";

    /// <summary>scene_param of the link.</summary>
    public string SceneParameter { get; init; } = "";

    /// <summary>Whether the customer has never written.</summary>
    public bool IsNew => StartedAt is null;

    /// <summary>The session as it is at a time: after 48 hours it has ended by itself.</summary>
    public ServiceSession At(DateTimeOffset now) =>
        State != ServiceState.Ended && StartedAt is { } started && now >= started + Window ? this with { State = ServiceState.Ended, ServicerUserId = null } : this;
}
