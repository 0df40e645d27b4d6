using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>How calls about customers are written and read, generated at build time.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FollowUserListAnswer))]
[JsonSerializable(typeof(ExternalContactListAnswer))]
[JsonSerializable(typeof(ExternalContactAnswer))]
[JsonSerializable(typeof(ByUsersBody))]
[JsonSerializable(typeof(ByUsersAnswer))]
[JsonSerializable(typeof(ExternalContactRemark))]
[JsonSerializable(typeof(CorpTagListBody))]
[JsonSerializable(typeof(CorpTagListAnswer))]
[JsonSerializable(typeof(NewCorpTags))]
[JsonSerializable(typeof(CorpTagGroupAnswer))]
[JsonSerializable(typeof(CorpTagChanges))]
[JsonSerializable(typeof(CorpTagDeletion))]
[JsonSerializable(typeof(TagMarks))]
[JsonSerializable(typeof(ContactWayBody))]
[JsonSerializable(typeof(CreatedContactWay))]
[JsonSerializable(typeof(ContactWayId))]
[JsonSerializable(typeof(ContactWayAnswer))]
[JsonSerializable(typeof(ContactWayListBody))]
[JsonSerializable(typeof(ContactWayListAnswer))]
[JsonSerializable(typeof(WelcomeBody))]
[JsonSerializable(typeof(GroupChatListBody))]
[JsonSerializable(typeof(GroupChatListAnswer))]
[JsonSerializable(typeof(GroupChatBody))]
[JsonSerializable(typeof(GroupChatAnswer))]
[JsonSerializable(typeof(OpenIdBody))]
[JsonSerializable(typeof(OpenIdAnswer))]
[JsonSerializable(typeof(UnassignedBody))]
[JsonSerializable(typeof(UnassignedAnswer))]
internal sealed partial class WeComExternalContactsJson : JsonSerializerContext;

internal sealed record FollowUserListAnswer([property: JsonPropertyName("follow_user")] IReadOnlyList<string>? UserIds);

internal sealed record ExternalContactListAnswer([property: JsonPropertyName("external_userid")] IReadOnlyList<string>? ExternalUserIds);

internal sealed record ExternalContactAnswer(
    [property: JsonPropertyName("external_contact")] ExternalContact? Contact,
    [property: JsonPropertyName("follow_user")] IReadOnlyList<FollowUser>? FollowUsers,
    [property: JsonPropertyName("next_cursor")] string? NextCursor);

internal sealed record ByUsersBody(
    [property: JsonPropertyName("userid_list")] IReadOnlyList<string> UserIds,
    [property: JsonPropertyName("cursor")] string? Cursor,
    [property: JsonPropertyName("limit")] int Limit);

internal sealed record ByUsersAnswer(
    [property: JsonPropertyName("external_contact_list")] IReadOnlyList<FollowedContact>? Contacts,
    [property: JsonPropertyName("next_cursor")] string? NextCursor);

internal sealed record CorpTagListBody(
    [property: JsonPropertyName("tag_id")] IReadOnlyList<string>? TagIds,
    [property: JsonPropertyName("group_id")] IReadOnlyList<string>? GroupIds);

internal sealed record CorpTagListAnswer([property: JsonPropertyName("tag_group")] IReadOnlyList<CorpTagGroup>? Groups);

internal sealed record CorpTagGroupAnswer([property: JsonPropertyName("tag_group")] CorpTagGroup? Group);

internal sealed record CorpTagDeletion(
    [property: JsonPropertyName("tag_id")] IReadOnlyList<string> TagIds,
    [property: JsonPropertyName("group_id")] IReadOnlyList<string> GroupIds);

internal sealed record TagMarks(
    [property: JsonPropertyName("userid")] string UserId,
    [property: JsonPropertyName("external_userid")] string ExternalUserId,
    [property: JsonPropertyName("add_tag")] IReadOnlyList<string> Added,
    [property: JsonPropertyName("remove_tag")] IReadOnlyList<string> Removed);

internal sealed record ContactWayBody
{
    [JsonPropertyName("config_id")]
    public string? ConfigId { get; init; }

    [JsonPropertyName("type")]
    public ContactWayType? Type { get; init; }

    [JsonPropertyName("scene")]
    public ContactWayScene? Scene { get; init; }

    [JsonPropertyName("style")]
    public int? Style { get; init; }

    [JsonPropertyName("remark")]
    public string? Remark { get; init; }

    [JsonPropertyName("skip_verify")]
    public bool? SkipVerification { get; init; }

    [JsonPropertyName("state")]
    public string? State { get; init; }

    [JsonPropertyName("user")]
    public IReadOnlyList<string>? UserIds { get; init; }

    [JsonPropertyName("party")]
    public IReadOnlyList<int>? DepartmentIds { get; init; }

    [JsonPropertyName("is_exclusive")]
    public bool? IsExclusive { get; init; }

    [JsonPropertyName("qr_code")]
    public string? QrCodeUrl { get; init; }

    public static ContactWayBody Of(ContactWay way, string? configId = null) => new()
    {
        ConfigId = configId,
        // What cannot change any more is not sent again.
        Type = configId is null ? way.Type : null,
        Scene = configId is null ? way.Scene : null,
        Style = way.Style,
        Remark = way.Remark,
        SkipVerification = way.SkipVerification,
        State = way.State,
        UserIds = way.UserIds,
        DepartmentIds = way.DepartmentIds,
        IsExclusive = way.IsExclusive,
    };

    public ContactWayDetails ToDetails() => new()
    {
        ConfigId = ConfigId ?? throw new System.Text.Json.JsonException("The answer has no config_id."),
        QrCodeUrl = QrCodeUrl,
        Way = new ContactWay
        {
            Type = Type ?? default,
            Scene = Scene ?? default,
            Style = Style,
            Remark = Remark,
            SkipVerification = SkipVerification ?? true,
            State = State,
            UserIds = UserIds ?? [],
            DepartmentIds = DepartmentIds ?? [],
            IsExclusive = IsExclusive ?? false,
        },
    };
}

internal sealed record ContactWayId([property: JsonPropertyName("config_id")] string ConfigId);

internal sealed record ContactWayAnswer([property: JsonPropertyName("contact_way")] ContactWayBody? Way);

internal sealed record ContactWayListBody(
    [property: JsonPropertyName("start_time")] long? From,
    [property: JsonPropertyName("end_time")] long? To,
    [property: JsonPropertyName("cursor")] string? Cursor,
    [property: JsonPropertyName("limit")] int Limit);

internal sealed record ContactWayListAnswer(
    [property: JsonPropertyName("contact_way")] IReadOnlyList<ContactWayId>? Ways,
    [property: JsonPropertyName("next_cursor")] string? NextCursor);

internal sealed record WelcomeBody(
    [property: JsonPropertyName("welcome_code")] string Code,
    [property: JsonPropertyName("text")] WelcomeText? Text,
    [property: JsonPropertyName("attachments")] IReadOnlyList<WelcomeAttachmentBody>? Attachments);

internal sealed record WelcomeText([property: JsonPropertyName("content")] string Content);

internal sealed record WelcomeAttachmentBody(
    [property: JsonPropertyName("msgtype")] string Type,
    [property: JsonPropertyName("image")] WelcomeImage? Image,
    [property: JsonPropertyName("link")] WelcomeLink? Link,
    [property: JsonPropertyName("miniprogram")] WelcomeMiniProgram? MiniProgram,
    [property: JsonPropertyName("video")] WelcomeVideo? Video,
    [property: JsonPropertyName("file")] WelcomeFile? File)
{
    public static WelcomeAttachmentBody Of(WelcomeAttachment attachment) => new(
        attachment switch
        {
            WelcomeImage => "image",
            WelcomeLink => "link",
            WelcomeMiniProgram => "miniprogram",
            WelcomeVideo => "video",
            _ => "file",
        },
        attachment as WelcomeImage, attachment as WelcomeLink, attachment as WelcomeMiniProgram, attachment as WelcomeVideo, attachment as WelcomeFile);
}

internal sealed record GroupChatListBody(
    [property: JsonPropertyName("status_filter")] int? Status,
    [property: JsonPropertyName("owner_filter")] GroupChatOwners? Owners,
    [property: JsonPropertyName("cursor")] string? Cursor,
    [property: JsonPropertyName("limit")] int Limit);

internal sealed record GroupChatOwners([property: JsonPropertyName("userid_list")] IReadOnlyList<string> UserIds);

internal sealed record GroupChatListAnswer(
    [property: JsonPropertyName("group_chat_list")] IReadOnlyList<GroupChatEntry>? Groups,
    [property: JsonPropertyName("next_cursor")] string? NextCursor);

internal sealed record GroupChatBody(
    [property: JsonPropertyName("chat_id")] string ChatId,
    [property: JsonPropertyName("need_name")] int NeedsNames);

internal sealed record GroupChatAnswer([property: JsonPropertyName("group_chat")] GroupChat? Group);

internal sealed record OpenIdBody([property: JsonPropertyName("external_userid")] string ExternalUserId);

internal sealed record OpenIdAnswer([property: JsonPropertyName("openid")] string? OpenId);

internal sealed record UnassignedBody(
    [property: JsonPropertyName("cursor")] string? Cursor,
    [property: JsonPropertyName("page_size")] int Limit);

internal sealed record UnassignedAnswer(
    [property: JsonPropertyName("info")] IReadOnlyList<UnassignedContact>? Contacts,
    [property: JsonPropertyName("next_cursor")] string? NextCursor);
