namespace Hongyan.Simulator.WeCom;

/// <summary>What a member says to a robot, or in a group that has robots. Which fields count depends on the type.</summary>
public sealed record RobotMessage
{
    /// <summary>text, image, mixed, voice, file or video; in a group text and mixed only.</summary>
    public string Type { get; init; } = "text";

    /// <summary>text: what the member types; in a group <c>@</c> and a robot's name call the robot. voice: what the platform understood.</summary>
    public string? Content { get; init; }

    /// <summary>image, file, video: id of the media file; a sample where it is left out.</summary>
    public string? MediaId { get; init; }

    /// <summary>mixed: texts and pictures in their order.</summary>
    public IReadOnlyList<RobotMessagePart>? Parts { get; init; }

    /// <summary>Number of the conversation's entry that is quoted (引用); null for none.</summary>
    public long? Quotes { get; init; }

    /// <summary>A text with pictures behind it.</summary>
    internal RobotMessage With(IReadOnlyList<string> pictures)
    {
        IEnumerable<RobotMessagePart> words = string.IsNullOrWhiteSpace(Content) ? [] : [new() { Content = Content }];
        return this with { Type = "mixed", Content = null, Parts = [.. words, .. pictures.Select(picture => new RobotMessagePart { MediaId = picture })] };
    }

    /// <summary>All texts of it, one after the other.</summary>
    internal string Words => Type == "mixed" ? string.Concat(Parts?.Select(part => part.Content) ?? []) : Content ?? "";
}
