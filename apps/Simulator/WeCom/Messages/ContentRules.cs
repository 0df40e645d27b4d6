namespace Hongyan.Simulator.WeCom;

/// <summary>What differs between the calls that take a message.</summary>
internal sealed record ContentRules
{
    private static readonly string[] InGroups = ["text", "image", "voice", "video", "file", "textcard", "news", "mpnews", "markdown"];

    /// <summary>Of an app to members.</summary>
    public static ContentRules OfApp { get; } = new() { Types = [.. InGroups, "miniprogram_notice", "template_card"], MarkdownBytes = 2048 };

    /// <summary>Of an app to one of its groups.</summary>
    public static ContentRules OfAppChat { get; } = new() { Types = InGroups, MarkdownBytes = 2048 };

    /// <summary>Of a robot.</summary>
    public static ContentRules OfRobot { get; } = new()
    {
        Types = ["text", "markdown", "markdown_v2", "image", "news", "file", "voice", "template_card"], MarkdownBytes = 4096, RefusesLongText = true,
    };

    /// <summary>The values of msgtype.</summary>
    public required IReadOnlyList<string> Types { get; init; }

    /// <summary>Bytes of markdown.</summary>
    public required int MarkdownBytes { get; init; }

    /// <summary>Whether text that is too long is refused, in the words of the webhook; otherwise it is cut without a word.</summary>
    public bool RefusesLongText { get; init; }
}
