using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>
/// The events that only WeCom has, by Event or, where a suite is told, InfoType. A new one takes a record in the folder of its family, a row here
/// and a payload in tests/corpus/wecom.
/// </summary>
internal static class WeComEvents
{
    public static Dictionary<string, IncomingParser.Read> Table => new()
    {
        ["enter_agent"] = (in payload) => new EnterAgentEvent(payload),
        ["template_card_event"] = (in payload) => new TemplateCardEvent(payload),
        ["template_card_menu_event"] = (in payload) => new TemplateCardMenuEvent(payload),
        ["taskcard_click"] = (in payload) => new TaskCardEvent(payload),

        ["batch_job_result"] = (in payload) => new BatchJobResultEvent(payload),
        ["living_status_change"] = (in payload) => new LivingEvent(payload),
        ["switch_workbench_mode"] = (in payload) => new WorkbenchModeEvent(payload),
        ["inactive_alert"] = (in payload) => new AgentActivityEvent(payload, AgentActivity.InactiveAlert),
        ["low_active_alert"] = (in payload) => new AgentActivityEvent(payload, AgentActivity.LowActiveAlert),
        ["close_inactive_agent"] = (in payload) => new AgentActivityEvent(payload, AgentActivity.Suspended),
        ["reopen_inactive_agent"] = (in payload) => new AgentActivityEvent(payload, AgentActivity.Reopened),
        ["low_active"] = (in payload) => new AgentActivityEvent(payload, AgentActivity.LowActive),
        ["active_restored"] = (in payload) => new AgentActivityEvent(payload, AgentActivity.ActiveRestored),
        ["upload_media_job_finish"] = (in payload) => new UploadFinishedEvent(payload),
        ["change_app_admin"] = (in payload) => new AgentAdministratorsEvent(payload),
        ["security"] = (in payload) => new SecurityEvent(payload),

        ["open_approval_change"] = (in payload) => new OpenApprovalEvent(payload),
        ["sys_approval_change"] = (in payload) => new ApprovalEvent(payload),

        ["add_calendar"] = (in payload) => new CalendarEvent(payload, CalendarChange.Added),
        ["modify_calendar"] = (in payload) => new CalendarEvent(payload, CalendarChange.Modified),
        ["delete_calendar"] = (in payload) => new CalendarEvent(payload, CalendarChange.Deleted),
        ["add_schedule"] = (in payload) => new ScheduleEvent(payload, CalendarChange.Added),
        ["modify_schedule"] = (in payload) => new ScheduleEvent(payload, CalendarChange.Modified),
        ["delete_schedule"] = (in payload) => new ScheduleEvent(payload, CalendarChange.Deleted),
        ["respond_schedule"] = (in payload) => new ScheduleEvent(payload, CalendarChange.Responded),

        ["change_contact"] = ContactEvent.Read,

        ["change_external_contact"] = ExternalContactEvent.Read,
        ["change_external_chat"] = GroupChatEvent.Read,
        ["change_external_tag"] = (in payload) => new CustomerTagEvent(payload),

        ["customer_acquisition"] = AcquisitionEvent.Read,

        ["kf_msg_or_event"] = (in payload) => new CustomerServiceEvent(payload),
        ["kf_account_auth_change"] = (in payload) => new CustomerServiceAccountsEvent(payload),

        ["change_school_contact"] = SchoolContactEvent.Read,

        ["meeting_change"] = MeetingEvent.Read,
        ["meeting_statistics"] = (in payload) => new MeetingInitiatedEvent(payload),
        ["book_meeting_room"] = (in payload) => new MeetingRoomEvent(payload, MeetingRoomChange.Booked),
        ["cancel_meeting_room"] = (in payload) => new MeetingRoomEvent(payload, MeetingRoomChange.Cancelled),

        ["doc_change"] = DocumentEvent.Read,
        ["smart_sheet_change"] = (in payload) => new SmartSheetEvent(payload),
        ["document_archive_change"] = (in payload) => new DocumentArchiveEvent(payload),
        ["file_content_archive_auth_change"] = (in payload) => new FileArchiveEvent(payload, FileArchiveChange.Authorization),
        ["file_content_archive_user_list_change"] = (in payload) => new FileArchiveEvent(payload, FileArchiveChange.Users),

        ["wedrive_file_change"] = (in payload) => new DriveFileEvent(payload),
        ["wedrive_space_change"] = (in payload) => new DriveSpaceEvent(payload),
        ["wedrive_insufficient_capacity"] = (in payload) => new DriveCapacityEvent(payload),

        ["app_email_change"] = (in payload) => new MailEvent(payload),
        ["public_email_change"] = (in payload) => new MailEvent(payload),

        ["submit_vip_account_approval"] = (in payload) => new VipApplicationEvent(payload),
        ["finish_vip_account_approval"] = (in payload) => new VipApplicationFinishedEvent(payload),

        ["msgaudit_notify"] = (in payload) => new ArchivedMessagesEvent(payload),
        ["program_notify"] = (in payload) => new ProgramNotifiedEvent(payload),

        ["unlicensed_notify"] = (in payload) => new UnlicensedUseEvent(payload),

        ["change_chain"] = (in payload) => new ChainEvent(payload),
        ["share_agent_change"] = (in payload) => new SharedAgentEvent(payload, isChain: false),
        ["share_chain_change"] = (in payload) => new SharedAgentEvent(payload, isChain: true),
    };
}
