using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>
/// The events that only WeCom has. A new one takes a record beside this file, a row here, a payload in tests/corpus/wecom
/// and a row in docs/concepts/messages.md.
/// </summary>
internal static class WeComEvents
{
    public static Dictionary<string, IncomingParser.Read> Table => new()
    {
        ["enter_agent"] = (in xml) => new EnterAgentEvent(xml),
        ["template_card_event"] = (in xml) => new TemplateCardEvent(xml),
        ["template_card_menu_event"] = (in xml) => new TemplateCardMenuEvent(xml),
        ["batch_job_result"] = (in xml) => new BatchJobResultEvent(xml),
        ["change_external_contact"] = ExternalContactEvent.Read,
        ["kf_msg_or_event"] = (in xml) => new CustomerServiceEvent(xml),
    };
}
