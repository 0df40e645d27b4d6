namespace Hongyan.Simulator.OfficialAccount;

/// <summary>What a bot is told about subscribe messages (订阅通知).</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html.</remarks>
internal static class SubscriptionEvents
{
    /// <summary>A person answered the question whether to get messages.</summary>
    public static Outgoing Popup(Account account, Follower person, IReadOnlyList<(string TemplateId, bool Accepts)> choices, int scene) =>
        Make(account, person, "subscribe_msg_popup_event", "SubscribeMsgPopupEvent", choices, (xml, choice) =>
            xml.Text("TemplateId", choice.TemplateId).Text("SubscribeStatusString", choice.Accepts ? "accept" : "reject").Number("PopupScene", (long)scene));

    /// <summary>A person changed their mind in the settings.</summary>
    public static Outgoing Change(Account account, Follower person, IReadOnlyList<(string TemplateId, bool Accepts)> choices) =>
        Make(account, person, "subscribe_msg_change_event", "SubscribeMsgChangeEvent", choices, (xml, choice) =>
            xml.Text("TemplateId", choice.TemplateId).Text("SubscribeStatusString", choice.Accepts ? "accept" : "reject"));

    /// <summary>A message was delivered.</summary>
    public static Outgoing Sent(Account account, Follower person, string templateId, string msgId) =>
        Make(account, person, "subscribe_msg_sent_event", "SubscribeMsgSentEvent", [(templateId, true)], (xml, _) =>
            xml.Text("TemplateId", templateId).Text("MsgID", msgId).Text("ErrorCode", "0").Text("ErrorStatus", "success"));

    private static Outgoing Make(
        Account account, Follower person, string name, string element, IReadOnlyList<(string TemplateId, bool Accepts)> choices,
        Action<PlaintextWriter, (string TemplateId, bool Accepts)> write) => OfficialAccountOutgoing.Of(
            account, person.OpenId,
            new EventKind(name, ReplyPolicy.None, () => new() { Event = name }, (xml, _) => xml.Group(element, () =>
            {
                foreach (var choice in choices)
                    xml.Group("List", () => write(xml, choice));
            })),
            new() { Event = name });
}
