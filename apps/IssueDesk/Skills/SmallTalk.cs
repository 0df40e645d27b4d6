using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Skills.Chat;

namespace Hongyan.IssueDesk.Skills;

/// <summary>What is said to a text that has nothing to do with bugs: the first skill that it asks for, else a rule, else the model, else what can be asked for.</summary>
internal sealed class SmallTalk(IEnumerable<ISkill> skills, ChatModel model, DeskTexts texts)
{
    private static readonly (string[] Words, string Text)[] Rules =
    [
        (["你好", "您好", "hi", "hello", "在吗", "早上好"], "SmallTalkHello"),
        (["谢谢", "多谢", "thanks", "辛苦了"], "SmallTalkThanks"),
        (["再见", "拜拜", "bye", "晚安"], "SmallTalkBye"),
    ];

    /// <summary>Whether a skill is asked for by name.</summary>
    public bool IsAsked(string text) => skills.Any(skill => skill.IsAsked(text));

    public async Task<Reply> AnswerAsync(BotContext context, string text)
    {
        if (skills.FirstOrDefault(skill => skill.IsAsked(text)) is { } skill)
            return await skill.AnswerAsync(context, text);
        if (await model.AnswerAsync(context, text) is { } answer)
            return TextReply.Cut(answer);
        var rule = Rules.FirstOrDefault(each => each.Words.Any(word => text.StartsWith(word, StringComparison.OrdinalIgnoreCase)));
        return texts.Get(rule.Text ?? "SmallTalk");
    }
}
