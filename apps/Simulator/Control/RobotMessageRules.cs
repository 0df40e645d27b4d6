using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>What a member can say to a robot, and the samples for what is left out.</summary>
internal sealed class RobotMessageRules(MediaStore media, SampleMedia samples, Wording wording)
{
    private const int MaxTextBytes = 20480;
    private const int MaxParts = 20;

    /// <summary>The types in a conversation of two.</summary>
    public static IReadOnlyList<string> Types { get; } = ["text", "image", "mixed", "voice", "file", "video"];

    /// <summary>The types in a group.</summary>
    public static IReadOnlyList<string> GroupTypes { get; } = ["text", "mixed"];

    /// <summary>The message with its samples; null, and what is wrong, when it cannot be sent.</summary>
    public RobotMessage? Complete(RobotMessage given, bool inGroup, out SendResult? wrong)
    {
        var types = inGroup ? GroupTypes : Types;
        wrong = !types.Contains(given.Type)
            ? SendResult.Refused("type", wording["Problem_Type", given.Type, string.Join("、", types)])
            : FindForeign(given);
        var message = wrong is not null ? given : given.Type switch
        {
            "image" => WithMedia(given, MediaKind.Image, out wrong),
            "file" => WithMedia(given, MediaKind.File, out wrong),
            "video" => WithMedia(given, MediaKind.Video, out wrong),
            "voice" => given with { Content = given.Content ?? wording["Robot_SampleVoice"] },
            "mixed" => WithParts(given, out wrong),
            _ => given,
        };
        wrong ??= FindWrongText(message);
        return wrong is null ? message : null;
    }

    private SendResult? FindForeign(RobotMessage given)
    {
        var foreign = given.MediaId is not null && given.Type is not ("image" or "file" or "video") ? "mediaId"
            : given.Parts is not null && given.Type != "mixed" ? "parts"
            : given.Content is not null && given.Type is not ("text" or "voice") ? "content"
            : null;
        return foreign is null ? null : SendResult.Refused(foreign, wording["Problem_ForeignField", given.Type, foreign]);
    }

    private RobotMessage WithMedia(RobotMessage given, MediaKind kind, out SendResult? wrong)
    {
        wrong = given.MediaId is { } id && media.FindValid(id)?.Kind != kind ? SendResult.Refused("mediaId", wording["Problem_RobotMedia", id]) : null;
        return given with { MediaId = given.MediaId ?? samples.Get(kind).MediaId };
    }

    private RobotMessage WithParts(RobotMessage given, out SendResult? wrong)
    {
        wrong = null;
        IReadOnlyList<RobotMessagePart> parts = given.Parts is { Count: > 0 } ? given.Parts
            : [new() { Content = wording["Robot_SampleMixed"] }, new() { MediaId = samples.Get(MediaKind.Image).MediaId }];
        if (parts.Count > MaxParts || parts.Any(part => part is null || (part.Content is null) == (part.MediaId is null)))
            wrong = SendResult.Refused("parts", wording["Problem_RobotParts", MaxParts]);
        else if (parts.FirstOrDefault(part => part.MediaId is { } id && media.FindValid(id)?.Kind != MediaKind.Image) is { } picture)
            wrong = SendResult.Refused("parts", wording["Problem_RobotMedia", picture.MediaId!]);
        return given with { Parts = parts };
    }

    private SendResult? FindWrongText(RobotMessage message)
    {
        if (message.Type is not ("text" or "voice" or "mixed"))
            return null;
        if (message.Type != "mixed" && string.IsNullOrWhiteSpace(message.Content))
            return SendResult.Refused("content", wording["Problem_TextEmpty"]);
        return Utf8.Count(message.Words) is var bytes && bytes > MaxTextBytes
            ? SendResult.Refused(message.Type == "mixed" ? "parts" : "content", wording["Problem_TextLong", bytes, MaxTextBytes])
            : null;
    }
}
