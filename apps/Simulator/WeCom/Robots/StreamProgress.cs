namespace Hongyan.Simulator.WeCom;

/// <summary>A stream that the bot is asked for more of, once a second.</summary>
public sealed record StreamProgress
{
    /// <summary>Refreshes of which everything is kept.</summary>
    public const int KeptRefreshes = 20;

    /// <summary>The delivery of the message that it answers.</summary>
    public required long DeliveryId { get; init; }

    /// <summary>The conversation's entry in which it grows.</summary>
    public required long EntryId { get; init; }

    /// <summary>Name of the robot.</summary>
    public required string Robot { get; init; }

    /// <summary>stream.id, which the bot chose.</summary>
    public required string StreamId { get; init; }

    /// <summary>When the member's message was sent: from then on the time counts.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How far it is.</summary>
    public RobotStreamState State { get; init; }

    /// <summary>How many refreshes there were.</summary>
    public int Refreshes { get; init; }

    /// <summary>The last of them, oldest first.</summary>
    public IReadOnlyList<StreamRefresh> Latest { get; init; } = [];

    /// <summary>This stream with one refresh more.</summary>
    public StreamProgress With(string plaintext, DeliveryAttempt attempt)
    {
        var refresh = new StreamRefresh(Refreshes + 1, plaintext, attempt with { Number = Refreshes + 1 });
        return this with { Refreshes = refresh.Number, Latest = [.. Latest.TakeLast(KeptRefreshes - 1), refresh] };
    }
}
