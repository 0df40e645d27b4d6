namespace Hongyan.Simulator.WeCom;

/// <summary>Whether the platform takes a template card.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90236 (模板卡片消息).</remarks>
internal static class CardRules
{
    private const int MaxFields = 6;
    private const int MaxJumps = 3;
    private const int MaxParagraphs = 4;
    private const int MaxButtons = 6;
    private const int MaxSelects = 3;
    private const int MaxMenuItems = 3;
    private const int MaxSelectOptions = 10;
    private const int MaxCheckboxOptions = 20;
    private const int MaxTaskIdLength = 128;

    /// <param name="card">The card.</param>
    /// <param name="isUpdate">Whether it takes the place of a card, whose task id it keeps.</param>
    public static ApiError? FindProblem(TemplateCard card, bool isUpdate = false) =>
        FindProblemOfType(card)
        ?? (!isUpdate && card.CallsBack && string.IsNullOrEmpty(card.TaskId) ? CardErrors.TaskId : null)
        ?? (card.TaskId is { Length: > 0 } taskId && !IsTaskId(taskId) ? CardErrors.TaskId : null)
        ?? FindProblemOfParts(card);

    private static ApiError? FindProblemOfType(TemplateCard card) => card.CardType switch
    {
        "text_notice" => string.IsNullOrEmpty(card.MainTitle?.Title) && string.IsNullOrEmpty(card.SubTitle) ? CardErrors.Missing("main_title.title or sub_title_text")
            : IsLink(card.Action) ? null : CardErrors.Action,
        "news_notice" => string.IsNullOrEmpty(card.MainTitle?.Title) ? CardErrors.Missing("main_title.title")
            : card.Image is null && card.ImageText is null ? CardErrors.Missing("card_image or image_text_area")
            : IsLink(card.Action) ? null : CardErrors.Action,
        "button_interaction" => Count(card.Buttons) is < 1 or > MaxButtons ? CardErrors.Missing("button_list")
            : FindProblem(card.ButtonSelection, MaxSelectOptions),
        "vote_interaction" => card.Checkbox is null ? CardErrors.Missing("checkbox")
            : FindProblem(card.Checkbox, MaxCheckboxOptions) ?? FindSubmitProblem(card),
        "multiple_interaction" => Count(card.Selects) is < 1 or > MaxSelects ? CardErrors.Selects
            : card.Selects!.Select(select => FindProblem(select, MaxSelectOptions)).FirstOrDefault(problem => problem is not null) ?? FindSubmitProblem(card),
        _ => CardErrors.CardType,
    };

    private static ApiError? FindProblemOfParts(TemplateCard card) =>
        Count(card.Fields) > MaxFields || card.Fields?.Any(field => string.IsNullOrEmpty(field.Name)) == true ? CardErrors.Fields
        : Count(card.Jumps) > MaxJumps || card.Jumps?.Any(jump => string.IsNullOrEmpty(jump.Title)) == true ? CardErrors.Missing("jump_list.title")
        : Count(card.Paragraphs) > MaxParagraphs || card.Paragraphs?.Any(each => string.IsNullOrEmpty(each.Title)) == true ? CardErrors.Missing("vertical_content_list.title")
        : card.ActionMenu is { } menu && Count(menu.Items) is < 1 or > MaxMenuItems ? CardErrors.Missing("action_menu.action_list")
        : FindKeyProblem(card.Buttons?.Where(button => button.Type == 0)) ?? FindKeyProblem(card.ActionMenu?.Items);

    private static ApiError? FindKeyProblem(IEnumerable<CardButton>? buttons)
    {
        var keys = buttons?.Select(button => button.Key ?? "").ToList() ?? [];
        return keys.Contains("") ? CardErrors.Missing("key") : keys.Distinct().Count() < keys.Count ? CardErrors.SameKey : null;
    }

    private static ApiError? FindSubmitProblem(TemplateCard card) =>
        string.IsNullOrEmpty(card.SubmitButton?.Text) || string.IsNullOrEmpty(card.SubmitButton.Key) ? CardErrors.Missing("submit_button") : null;

    private static ApiError? FindProblem(CardQuestion? question, int maxOptions) =>
        question is null ? null
        : string.IsNullOrEmpty(question.QuestionKey) ? CardErrors.Missing("question_key")
        : Count(question.Options) is var options && (options < 1 || options > maxOptions) ? CardErrors.Missing("option_list")
        : question.Options!.Any(option => string.IsNullOrEmpty(option.Id) || string.IsNullOrEmpty(option.Text)) ? CardErrors.Missing("option_list.id and text")
        : null;

    private static bool IsLink(CardLink? link) =>
        link is { Type: 1, Url.Length: > 0 } or { Type: 2, AppId.Length: > 0 };

    private static bool IsTaskId(string taskId) =>
        taskId.Length <= MaxTaskIdLength && taskId.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '@');

    private static int Count<T>(IReadOnlyList<T>? list) => list?.Count ?? 0;
}
