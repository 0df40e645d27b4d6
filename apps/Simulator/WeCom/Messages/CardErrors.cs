namespace Hongyan.Simulator.WeCom;

/// <summary>What the platform answers to a template card that it does not take, as far as the meaning of the code is known.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90313; 42014 stands for all whose own code is not.</remarks>
internal static class CardErrors
{
    /// <summary>A field that is needed is missing.</summary>
    public static ApiError Missing(string field) => new(42014, $"template_card {field} missing");

    /// <summary>task_id is missing, too long, or has other characters.</summary>
    public static readonly ApiError TaskId = new(42016, "template_card task_id invalid");

    /// <summary>card_type is missing or none.</summary>
    public static readonly ApiError CardType = new(42031, "template_card card_type invalid");

    /// <summary>More than six in horizontal_content_list.</summary>
    public static readonly ApiError Fields = new(42035, "template_card horizontal_content_list length invalid");

    /// <summary>card_action is missing.</summary>
    public static readonly ApiError Action = new(42045, "template_card card_action missing");

    /// <summary>None or more than three in select_list.</summary>
    public static readonly ApiError Selects = new(42047, "template_card select_list length invalid");

    /// <summary>Two buttons or entries with one key.</summary>
    public static readonly ApiError SameKey = new(42051, "template_card key duplicate");
}
