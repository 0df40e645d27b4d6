namespace Hongyan.Simulator.WeCom;

/// <summary>What a robot answered, as people see it now: a stream grows, a card changes, people say what they think of it.</summary>
public sealed record RobotReply
{
    /// <summary>text, stream, template_card, stream_with_template_card or markdown; update_template_card changes a card and is no bubble.</summary>
    public required string Type { get; init; }

    /// <summary>text, stream, markdown: the text; that of a stream as far as it has come.</summary>
    public string? Content { get; init; }

    /// <summary>stream: its id, which the bot chose.</summary>
    public string? StreamId { get; init; }

    /// <summary>stream: whether nothing more will come.</summary>
    public bool IsFinished { get; init; } = true;

    /// <summary>stream: whether the time was over before the bot said finish.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>stream: the pictures of its end, by id of the media file.</summary>
    public IReadOnlyList<string> MediaIds { get; init; } = [];

    /// <summary>The card, as everybody has it whose own was not updated.</summary>
    public TemplateCard? Card { get; init; }

    /// <summary>The cards of members to whom an update gave another one, by UserID.</summary>
    public IReadOnlyDictionary<string, TemplateCard> UpdatedCards { get; init; } = new Dictionary<string, TemplateCard>();

    /// <summary>feedback.id; without one nobody can say what they think of the answer.</summary>
    public string? FeedbackId { get; init; }

    /// <summary>What members think of it, by UserID.</summary>
    public IReadOnlyDictionary<string, RobotFeedback> Feedback { get; init; } = new Dictionary<string, RobotFeedback>();

    /// <summary>Number of the API call, where it came by response_url.</summary>
    public long? CallId { get; init; }

    /// <summary>Number of the entry that it quotes, as answers by response_url in a group do.</summary>
    public long? Quotes { get; init; }

    /// <summary>update_template_card: whose card changes, by UserID; empty for everybody who has it.</summary>
    public IReadOnlyList<string> UpdatesFor { get; init; } = [];

    /// <summary>Whether refresh callbacks follow.</summary>
    internal bool IsRunning => StreamId is not null && !IsFinished;

    /// <summary>The card as a member has it.</summary>
    public TemplateCard? CardOf(string userId) => UpdatedCards.GetValueOrDefault(userId, Card!);

    /// <summary>Whether two answers say something else; how far a stream has come does not count.</summary>
    internal static bool AreDifferent(RobotReply? one, RobotReply? other) =>
        (one is null) != (other is null) || one is not null && (one.Type, one.StreamId) != (other!.Type, other.StreamId)
        || one is { StreamId: null } && one.Content != other!.Content;
}
