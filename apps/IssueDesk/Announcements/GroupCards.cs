using System.Globalization;
using System.Text;
using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Settings;
using Hongyan.WeCom;

namespace Hongyan.IssueDesk.Announcements;

/// <summary>What the group reads of a bug: the summary, and a page that opens; of a restricted one the key and the type only.</summary>
internal sealed class GroupCards(DeskTexts texts, TimeZoneInfo timeZone)
{
    private const int TitleBytes = 128;
    private const int DescriptionBytes = 512;

    /// <summary>The title, and the description in lines: at most 128 and 512 bytes with all that goes around them.</summary>
    public (string Title, string Description) Describe(Announcement announcement, Draft draft, string reporter)
    {
        var title = Title(announcement, draft);
        if (draft.IsRestricted)
            return (title, draft.IssueType);
        var lines = new List<string> { draft.Title };
        if (announcement.Kind == AnnouncementKind.NewIssue)
        {
            if (draft.Description != ReportText.AsTitled)
                lines.Add(draft.Description.ReplaceLineEndings(" "));
            lines.Insert(0, $"{reporter} · {Time(draft)}");
        }
        else
        {
            lines.Insert(0, $"{texts.Get("FieldState")}: {announcement.Text}");
        }
        return (title, string.Join('\n', lines));
    }

    /// <summary>The card of an app chat.</summary>
    public TextCardPush ForChat(Announcement announcement, Draft draft, string reporter)
    {
        var (title, description) = Describe(announcement, draft, reporter);
        return new TextCardPush { Title = title, Description = Markup(description), Url = draft.IssueUrl!, ButtonText = texts.Get("GroupButton") };
    }

    /// <summary>The card of a group robot.</summary>
    public TextNoticeCard ForRobot(Announcement announcement, Draft draft, string reporter)
    {
        var isNew = announcement.Kind == AnnouncementKind.NewIssue;
        var title = Title(announcement, draft);
        if (draft.IsRestricted)
            return new TextNoticeCard { MainTitle = title, SubTitle = draft.IssueType, Action = draft.IssueUrl! };
        var summary = Utf8Limit.Cut(draft.Title, TitleBytes);
        return new TextNoticeCard
        {
            MainTitle = new CardTitle(title, summary),
            SubTitle = isNew && draft.Description != ReportText.AsTitled ? Utf8Limit.Cut(draft.Description.ReplaceLineEndings(" "), DescriptionBytes) : null,
            Fields = isNew ? [new(texts.Get("FieldReporter"), reporter), new(texts.Get("FieldTime"), Time(draft))] : [new(texts.Get("FieldState"), announcement.Text)],
            Action = draft.IssueUrl!,
        };
    }

    private string Title(Announcement announcement, Draft draft) =>
        Utf8Limit.Cut($"{texts.Get(announcement.Kind == AnnouncementKind.NewIssue ? "GroupTitle" : "GroupStateTitle")} {draft.IssueKey}", TitleBytes);

    private string Time(Draft draft) =>
        TimeZoneInfo.ConvertTime(draft.CreatedIssueAt ?? draft.CreatedAt, timeZone).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The first line grey, the others plain; a report cannot bring markup of its own.</summary>
    private static string Markup(string description)
    {
        var lines = description.Split('\n');
        var text = lines.Length == 1 ? lines[0] : string.Join('\n', lines[1..]);
        var head = lines.Length == 1 ? "" : $"<div class=\"gray\">{Escape(lines[0])}</div>";
        const string open = "<div class=\"normal\">";
        const string close = "</div>";
        var room = DescriptionBytes - Encoding.UTF8.GetByteCount(head) - open.Length - close.Length;
        for (var bytes = room; ; bytes -= 16)
        {
            // Escaping makes it longer, by how much depends on the text.
            var body = Escape(Utf8Limit.Cut(text, bytes)).Replace("\n", "<br>", StringComparison.Ordinal);
            if (Encoding.UTF8.GetByteCount(body) <= room)
                return head + open + body + close;
        }
    }

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
