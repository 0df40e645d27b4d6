namespace Hongyan.IssueDesk.Skills;

/// <summary>Something beside bugs that a person may ask for, such as the weather. None of them can create an issue: they see a text and give one back.</summary>
internal interface ISkill
{
    /// <summary>Whether the text asks for it.</summary>
    bool IsAsked(string text);

    Task<Reply> AnswerAsync(BotContext context, string text);
}
