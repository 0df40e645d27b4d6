namespace Hongyan.IssueDesk.Skills.Chat;

/// <summary>A model that people may chat with. Section <c>Skills:Chat</c>; any endpoint that speaks OpenAI's chat completions.</summary>
internal sealed class ChatOptions
{
    public const string Section = "Skills:Chat";

    /// <summary>The address before <c>/chat/completions</c>, such as https://api.deepseek.com/v1. Empty: no model, rules answer.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>A secret.</summary>
    public string? Key { get; set; }

    /// <summary>The model's name, such as deepseek-chat.</summary>
    public string? Model { get; set; }

    /// <summary>How long an answer may take.</summary>
    public int TimeoutSeconds { get; set; } = 20;

    /// <summary>Answers that one person gets on a calendar day.</summary>
    public int DailyBudget { get; set; } = 50;
}
