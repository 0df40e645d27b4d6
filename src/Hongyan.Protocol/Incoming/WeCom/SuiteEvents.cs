using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>
/// The events that no application is told of by Event, but a suite (第三方应用) or its provider by InfoType, a program in the data zone
/// (数据与智能专区) or the payments by event_type. A suite gets an application's events as well; those are in <see cref="WeComEvents"/>.
/// </summary>
internal static class SuiteEvents
{
    public static Dictionary<string, IncomingParser.Read> Table => new()
    {
        ["change_school_contact_batch"] = (in payload) => new SchoolContactsEvent(payload),

        ["conversation_new_message"] = (in payload) => new ArchivedMessagesEvent(payload),
        ["hit_keyword"] = (in payload) => new KeywordHitEvent(payload),
        ["chat_archive_audit_approved_single"] = (in payload) => new ArchiveApprovedEvent(payload),
        ["chat_archive_audit_approved_room"] = (in payload) => new ArchiveApprovedEvent(payload),
        ["chat_archive_export_finished"] = (in payload) => new ArchiveExportFinishedEvent(payload),
        ["advanced_api_expired"] = (in payload) => new AdvancedApiEvent(payload, AdvancedApiChange.Expired),
        ["advanced_api_trial_expired"] = (in payload) => new AdvancedApiEvent(payload, AdvancedApiChange.TrialExpired),
        ["advanced_api_insufficient"] = (in payload) => new AdvancedApiEvent(payload, AdvancedApiChange.Insufficient),

        ["license_pay_success"] = (in payload) => new LicensePaidEvent(payload),
        ["license_refund"] = (in payload) => new LicenseRefundedEvent(payload),
        ["auto_activate"] = (in payload) => new LicenseActivatedEvent(payload),

        ["add_device"] = (in payload) => new DeviceChangedEvent(payload, DeviceChange.Added),
        ["del_device"] = (in payload) => new DeviceChangedEvent(payload, DeviceChange.Removed),
        ["device_feature_change"] = (in payload) => new DeviceChangedEvent(payload, DeviceChange.Features),
        ["remark_device_name"] = (in payload) => new DeviceChangedEvent(payload, DeviceChange.Renamed),
        ["connect_info"] = (in payload) => new DeviceConnectionEvent(payload, isConnected: true),
        ["disconnect_info"] = (in payload) => new DeviceConnectionEvent(payload, isConnected: false),
        ["error_report"] = (in payload) => new DeviceErrorEvent(payload),
        ["fetch_log_finish"] = (in payload) => new DeviceLogEvent(payload),
        ["device_data_auth_change"] = (in payload) => new DeviceDataEvent(payload),

        ["suite_ticket"] = (in payload) => new SuiteTicketEvent(payload),
        ["create_auth"] = (in payload) => new SuiteAuthorizedEvent(payload),
        ["change_auth"] = (in payload) => new SuiteAuthorizationChangedEvent(payload),
        ["cancel_auth"] = (in payload) => new SuiteAuthorizationRevokedEvent(payload),
        ["reset_permanent_code"] = (in payload) => new PermanentCodeResetEvent(payload),
        ["open_order"] = (in payload) => new SuiteOrderEvent(payload, SuiteOrderChange.Opened),
        ["change_order"] = (in payload) => new SuiteOrderEvent(payload, SuiteOrderChange.Changed),
        ["pay_for_app_success"] = (in payload) => new SuiteOrderEvent(payload, SuiteOrderChange.Paid),
        ["refund"] = (in payload) => new SuiteOrderEvent(payload, SuiteOrderChange.Refunded),
        ["change_editon"] = (in payload) => new SuiteEditionEvent(payload),
        ["approve_special_auth"] = (in payload) => new SpecialAuthorizationEvent(payload, isApproved: true),
        ["cancel_special_auth"] = (in payload) => new SpecialAuthorizationEvent(payload, isApproved: false),
        ["corp_arch_auth"] = (in payload) => new OrganizationAuthorizedEvent(payload),
        ["register_corp"] = (in payload) => new CorpRegisteredEvent(payload),
        ["enter_register_package"] = (in payload) => new RegistrationOpenedEvent(payload),
        ["agree_external_userid_migration"] = (in payload) => new ExternalUserIdMigrationEvent(payload),

        ["TRANSACTION.SUCCESS"] = (in payload) => new PaymentEvent(payload),
        ["REFUND.SUCCESS"] = (in payload) => new PaymentEvent(payload),
        ["REFUND.ABNORMAL"] = (in payload) => new PaymentEvent(payload),
        ["REFUND.CLOSED"] = (in payload) => new PaymentEvent(payload),
    };
}
