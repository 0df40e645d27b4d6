using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>
/// The events that only WeCom has. A new one takes a record beside this file, a row here and a payload in tests/corpus/wecom.
/// </summary>
internal static class WeComEvents
{
    public static Dictionary<string, IncomingParser.Read> Table => new()
    {
        ["enter_agent"] = (in payload) => new EnterAgentEvent(payload),
        ["template_card_event"] = (in payload) => new TemplateCardEvent(payload),
        ["template_card_menu_event"] = (in payload) => new TemplateCardMenuEvent(payload),
        ["batch_job_result"] = (in payload) => new BatchJobResultEvent(payload),
        ["change_external_contact"] = ExternalContactEvent.Read,
        ["kf_msg_or_event"] = (in payload) => new CustomerServiceEvent(payload),
    };
}
