namespace Hongyan.Simulator.OfficialAccount;

/// <summary>What the platform tells a bot when something ends that it did later: no follower does it.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html, Template_Message_Interface.html and Publish/Callback_on_finish.html.</remarks>
internal static class JobEvents
{
    /// <summary>公众号群发助手: who tells of what concerns no follower.</summary>
    public const string Operator = "mphelper";

    /// <summary>Whether an event tells of what the platform did, in the chat of whom it concerns.</summary>
    public static bool IsOfPlatform(string name) => name is "TEMPLATESENDJOBFINISH" or "subscribe_msg_sent_event";

    /// <summary>A mass send has ended.</summary>
    public static Outgoing Of(Account account, MassJob job, IReadOnlyList<(int Index, string Url)> articles) => Make(account, Operator, "MASSSENDJOBFINISH", xml =>
    {
        xml.Number("MsgID", job.MsgId).Text("Status", job.Status)
            .Number("TotalCount", job.TotalCount).Number("FilterCount", job.FilterCount).Number("SentCount", job.SentCount).Number("ErrorCount", job.ErrorCount);
        xml.Group("CopyrightCheckResult", () => xml.Number("Count", 0L).Group("ResultList", () => { }).Number("CheckState", 1L));
        xml.Group("ArticleUrlResult", () => xml.Number("Count", (long)articles.Count).Group("ResultList", () =>
        {
            foreach (var (index, url) in articles)
                xml.Group("item", () => xml.Number("ArticleIdx", (long)index).Text("ArticleUrl", url));
        }));
    });

    /// <summary>A publication has ended.</summary>
    public static Outgoing Of(Account account, Publication publication, IReadOnlyList<(int Index, string Url)> articles) => Make(account, Operator, "PUBLISHJOBFINISH", xml =>
        xml.Group("PublishEventInfo", () =>
        {
            xml.Text("publish_id", publication.PublishId).Number("publish_status", (long)publication.Status);
            if (publication.Status != Publication.Published)
            {
                xml.Number("fail_idx", 1L);
                return;
            }
            xml.Text("article_id", publication.ArticleId).Group("article_detail", () =>
            {
                xml.Number("count", (long)articles.Count);
                foreach (var (index, url) in articles)
                    xml.Group("item", () => xml.Number("idx", (long)index).Text("article_url", url));
            });
        }));

    /// <summary>A template message was delivered, or not.</summary>
    public static Outgoing OfTemplate(Account account, Follower follower, long msgId, string status) =>
        Make(account, follower.OpenId, "TEMPLATESENDJOBFINISH", xml => xml.Number("MsgID", msgId).Text("Status", status));

    private static Outgoing Make(Account account, string person, string name, Action<PlaintextWriter> write) => OfficialAccountOutgoing.Of(
        account, person, new EventKind(name, ReplyPolicy.None, () => new() { Event = name }, (xml, _) => write(xml)), new() { Event = name });
}
