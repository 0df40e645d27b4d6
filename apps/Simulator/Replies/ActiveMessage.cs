using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Replies;

/// <summary>What an app, a group robot or a 公众号 sent by a call of the API (主动消息, 客服消息), as people see it. Which fields are set depends on the type.</summary>
public sealed record ActiveMessage
{
    /// <summary>msgid: what a recall names. One call has one, however many people get the message; empty where there is none.</summary>
    public required string MsgId { get; init; }

    /// <summary>Number of the API call that sent it.</summary>
    public required long CallId { get; init; }

    /// <summary>msgtype: text, image, voice, video, file, textcard, news, mpnews, markdown, markdown_v2, miniprogram_notice or template_card; of a 公众号 also music, mpnewsarticle, msgmenu, wxcard, miniprogrampage and template (模板消息, 订阅通知).</summary>
    public required string Type { get; init; }

    /// <summary>text, markdown, markdown_v2: the text, cut where the platform cuts it.</summary>
    public string? Content { get; init; }

    /// <summary>image, voice, video, file: id of the media file.</summary>
    public string? MediaId { get; init; }

    /// <summary>video, textcard, miniprogram_notice: title.</summary>
    public string? Title { get; init; }

    /// <summary>video, textcard, miniprogram_notice: description; that of a textcard may have div and br.</summary>
    public string? Description { get; init; }

    /// <summary>textcard, template: what opens.</summary>
    public string? Url { get; init; }

    /// <summary>textcard: what stands below it.</summary>
    public string? ButtonText { get; init; }

    /// <summary>news, mpnews: the articles.</summary>
    public IReadOnlyList<Article>? Articles { get; init; }

    /// <summary>miniprogram_notice, template: names with values.</summary>
    public IReadOnlyList<NoticeItem>? Items { get; init; }

    /// <summary>miniprogram_notice: whether the first item is shown large.</summary>
    public bool EmphasizesFirstItem { get; init; }

    /// <summary>miniprogram_notice: the mini program that opens.</summary>
    public string? AppId { get; init; }

    /// <summary>miniprogram_notice: the page inside it.</summary>
    public string? PagePath { get; init; }

    /// <summary>music: what is played.</summary>
    public Music? Music { get; init; }

    /// <summary>msgmenu: the question and its answers.</summary>
    public MessageMenu? Menu { get; init; }

    /// <summary>template_card: the card as it is now, updates included.</summary>
    public TemplateCard? Card { get; init; }

    /// <summary>template_card: what its buttons read since it was answered, so that nobody can press them any more; null while they can be pressed.</summary>
    public string? ReplacedButton { get; init; }

    /// <summary>text in a group: who is mentioned, by UserID or @all.</summary>
    public IReadOnlyList<string> Mentioned { get; init; } = [];

    /// <summary>safe: shown with a watermark, and not to be passed on.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>Taken back (撤回): people see that it was, and nothing of it.</summary>
    public bool IsRecalled { get; init; }
}
