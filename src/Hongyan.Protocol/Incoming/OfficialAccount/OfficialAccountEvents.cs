using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>
/// What only an Official Account, a mini program or a third-party platform is sent. A new one takes a record in the folder of its family,
/// a row here and a payload in tests/corpus/official-account.
/// </summary>
internal static class OfficialAccountEvents
{
    /// <summary>The messages by MsgType, and the events that are told from messages by it.</summary>
    public static Dictionary<string, IncomingParser.Read> Messages => new()
    {
        ["shortvideo"] = (in payload) => new ShortVideoMessage(payload),
        ["miniprogrampage"] = (in payload) => new MiniProgramPageMessage(payload),
        ["device_text"] = (in payload) => new DeviceTextMessage(payload),
        ["device_event"] = (in payload) => new DeviceUserEvent(payload),
    };

    /// <summary>The events by Event.</summary>
    public static Dictionary<string, IncomingParser.Read> Table => new()
    {
        ["SCAN"] = (in payload) => new ScanEvent(payload),

        ["MASSSENDJOBFINISH"] = (in payload) => new MassSendFinishedEvent(payload),
        ["TEMPLATESENDJOBFINISH"] = (in payload) => new TemplateSendFinishedEvent(payload),
        ["PUBLISHJOBFINISH"] = (in payload) => new PublishFinishedEvent(payload),
        ["FREEPUBLISHJOBFINISH"] = (in payload) => new PublishFinishedEvent(payload),

        ["subscribe_msg_popup_event"] = (in payload) => new SubscriptionPopupEvent(payload),
        ["subscribe_msg_change_event"] = (in payload) => new SubscriptionChangeEvent(payload),
        ["subscribe_msg_sent_event"] = (in payload) => new SubscriptionSentEvent(payload),

        ["kf_create_session"] = (in payload) => new CustomerSessionCreatedEvent(payload),
        ["kf_close_session"] = (in payload) => new CustomerSessionClosedEvent(payload),
        ["kf_switch_session"] = (in payload) => new CustomerSessionSwitchedEvent(payload),
        ["user_enter_tempsession"] = (in payload) => new EnterTemporarySessionEvent(payload),

        ["qualification_verify_success"] = (in payload) => new VerificationEvent(payload),
        ["naming_verify_success"] = (in payload) => new VerificationEvent(payload),
        ["annual_renew"] = (in payload) => new VerificationEvent(payload),
        ["verify_expired"] = (in payload) => new VerificationEvent(payload),
        ["qualification_verify_fail"] = (in payload) => new VerificationFailedEvent(payload),
        ["naming_verify_fail"] = (in payload) => new VerificationFailedEvent(payload),
        ["wx_verify_pay_succ"] = (in payload) => new VerificationDispatchedEvent(payload),
        ["wx_verify_dispatch"] = (in payload) => new VerificationDispatchedEvent(payload),

        ["user_info_modified"] = (in payload) => new UserAuthorizationEvent(payload),
        ["user_authorization_revoke"] = (in payload) => new UserAuthorizationEvent(payload),
        ["user_authorization_cancellation"] = (in payload) => new UserAuthorizationEvent(payload),

        ["card_pass_check"] = (in payload) => new CardReviewedEvent(payload),
        ["card_not_pass_check"] = (in payload) => new CardReviewedEvent(payload),
        ["card_merchant_check_result"] = (in payload) => new CardMerchantReviewedEvent(payload),
        ["user_get_card"] = (in payload) => new CardReceivedEvent(payload),
        ["user_gifting_card"] = (in payload) => new CardGiftedEvent(payload),
        ["user_del_card"] = (in payload) => new CardDeletedEvent(payload),
        ["user_enter_session_from_card"] = (in payload) => new CardSessionEnteredEvent(payload),
        ["submit_membercard_user_info"] = (in payload) => new MemberCardActivatedEvent(payload),
        ["user_consume_card"] = (in payload) => new CardUsedEvent(payload),
        ["user_pay_from_pay_cell"] = (in payload) => new CardPaidEvent(payload),
        ["user_view_card"] = (in payload) => new MemberCardViewedEvent(payload),
        ["update_member_card"] = (in payload) => new MemberCardChangedEvent(payload),
        ["card_sku_remind"] = (in payload) => new CardStockLowEvent(payload),
        ["card_pay_order"] = (in payload) => new CardCoinOrderEvent(payload),

        ["giftcard_pay_done"] = (in payload) => new GiftCardPaidEvent(payload),
        ["giftcard_send_to_friend"] = (in payload) => new GiftCardSentEvent(payload),
        ["giftcard_user_accept"] = (in payload) => new GiftCardAcceptedEvent(payload),

        ["user_authorize_invoice"] = (in payload) => new InvoiceAuthorizedEvent(payload),
        ["submit_invoice_title"] = (in payload) => new InvoiceTitleSubmittedEvent(payload),
        ["update_invoice_status"] = (in payload) => new InvoiceStatusEvent(payload),
        ["cloud_invoice_invoiceresult_event"] = (in payload) => new InvoiceIssuedEvent(payload),

        ["poi_check_notify"] = (in payload) => new StoreReviewedEvent(payload),
        ["create_map_poi_audit_info"] = (in payload) => new MapPlaceReviewedEvent(payload),
        ["apply_merchant_audit_info"] = (in payload) => new StoreAuditEvent(payload),
        ["add_store_audit_info"] = (in payload) => new StoreAuditEvent(payload),
        ["modify_store_audit_info"] = (in payload) => new StoreAuditEvent(payload),
        ["add_nearby_poi_audit_info"] = (in payload) => new StoreAuditEvent(payload),
        ["nearby_category_audit_info"] = (in payload) => new StoreAuditEvent(payload),

        ["merchant_order"] = (in payload) => new ShopOrderPaidEvent(payload),

        ["WifiConnected"] = (in payload) => new WifiConnectedEvent(payload),
        ["ShakearoundUserShake"] = (in payload) => new ShakeEvent(payload),

        ["user_scan_product"] = (in payload) => new ProductScannedEvent(payload),
        ["user_scan_product_enter_session"] = (in payload) => new ProductSessionEnteredEvent(payload),
        ["user_scan_product_async"] = (in payload) => new ProductLocatedEvent(payload),
        ["user_scan_product_verify_action"] = (in payload) => new ProductReviewedEvent(payload),

        ["guide_qrcode_scan_event"] = (in payload) => new GuideCodeScannedEvent(payload),

        ["weapp_audit_success"] = (in payload) => new MiniProgramReviewEvent(payload),
        ["weapp_audit_fail"] = (in payload) => new MiniProgramReviewEvent(payload),
        ["weapp_audit_delay"] = (in payload) => new MiniProgramReviewEvent(payload),
        ["wxa_nickname_audit"] = (in payload) => new NicknameReviewedEvent(payload),
        ["wxa_category_audit"] = (in payload) => new CategoryReviewedEvent(payload),
        ["wxa_privacy_apply"] = (in payload) => new PrivacyInterfaceReviewedEvent(payload),
        ["wxa_illegal_record"] = (in payload) => new ViolationRecordedEvent(payload),
        ["wxa_appeal_record"] = (in payload) => new AppealDecidedEvent(payload),
        ["wxa_media_check"] = (in payload) => new MediaCheckedEvent(payload),
        ["wxa_comment_bad_score"] = (in payload) => new BadCommentEvent(payload),

        ["trade_manage_remind_access_api"] = (in payload) => new TradeAccessReminderEvent(payload),
        ["trade_manage_remind_shipping"] = (in payload) => new TradeShippingReminderEvent(payload),
        ["trade_manage_order_settlement"] = (in payload) => new TradeSettlementEvent(payload),

        ["xpay_goods_deliver_notify"] = (in payload) => new VirtualGoodsPaidEvent(payload),
        ["xpay_coin_pay_notify"] = (in payload) => new VirtualCoinsPaidEvent(payload),
        ["xpay_refund_notify"] = (in payload) => new VirtualRefundEvent(payload),
    };

    /// <summary>What a third-party platform (第三方平台) is told, by InfoType.</summary>
    public static Dictionary<string, IncomingParser.Read> ThirdPartyTable => new()
    {
        ["component_verify_ticket"] = (in payload) => new ComponentTicketEvent(payload),
        ["authorized"] = (in payload) => new AccountAuthorizedEvent(payload),
        ["updateauthorized"] = (in payload) => new AccountAuthorizedEvent(payload),
        ["unauthorized"] = (in payload) => new AccountUnauthorizedEvent(payload),
        ["notify_third_fasteregister"] = (in payload) => new RegistrationResultEvent(payload),
        ["notify_third_fastregisterbetaapp"] = (in payload) => new RegistrationResultEvent(payload),
        ["notify_third_fastverifybetaapp"] = (in payload) => new RegistrationResultEvent(payload),
        ["notify_3rd_wxa_auth"] = (in payload) => new MiniProgramVerificationEvent(payload),
        ["notify_3rd_wxa_wxverify"] = (in payload) => new VerificationDueEvent(payload),
        ["notify_apply_icpfiling_result"] = (in payload) => new IcpFilingEvent(payload),
    };
}
