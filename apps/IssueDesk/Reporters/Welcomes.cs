using System.Globalization;
using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Storage;

namespace Hongyan.IssueDesk.Reporters;

/// <summary>Greets whoever opens the desk, once on a calendar day.</summary>
internal sealed class Welcomes(IDeskStore store, DeskTexts texts, TimeZoneInfo timeZone, TimeProvider time)
{
    public Reply Answer(BotContext context)
    {
        var (account, userId) = context.User;
        var today = TimeZoneInfo.ConvertTime(time.GetUtcNow(), timeZone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        using var desk = store.OpenReader();
        if (desk.People.Find(account, userId)?.WelcomedOn == today)
            return Reply.None;
        context.OnCommit(db => store.Write(db, rows => rows.Remember(context.User).WelcomedOn = today));
        return TextReply.Cut(texts.Get("Welcome"));
    }
}
