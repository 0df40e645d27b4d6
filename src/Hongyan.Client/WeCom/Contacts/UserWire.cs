using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A member as the platform writes one. It keeps what belongs to one department in three lists of equal length.</summary>
internal sealed record UserWire
{
    [JsonPropertyName("userid")]
    public string? UserId { get; init; }

    [JsonPropertyName("new_userid")]
    public string? NewUserId { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("alias")]
    public string? Alias { get; init; }

    [JsonPropertyName("department")]
    public IReadOnlyList<int>? Departments { get; init; }

    [JsonPropertyName("order")]
    public IReadOnlyList<uint>? Orders { get; init; }

    [JsonPropertyName("is_leader_in_dept")]
    public IReadOnlyList<int>? Leads { get; init; }

    [JsonPropertyName("main_department")]
    public int? MainDepartment { get; init; }

    [JsonPropertyName("position")]
    public string? Position { get; init; }

    [JsonPropertyName("mobile")]
    public string? Mobile { get; init; }

    [JsonPropertyName("gender")]
    [JsonConverter(typeof(UserGenderConverter))]
    public UserGender? Gender { get; init; }

    [JsonPropertyName("email")]
    public string? Email { get; init; }

    [JsonPropertyName("biz_mail")]
    public string? BusinessEmail { get; init; }

    [JsonPropertyName("telephone")]
    public string? Telephone { get; init; }

    [JsonPropertyName("address")]
    public string? Address { get; init; }

    [JsonPropertyName("direct_leader")]
    public IReadOnlyList<string>? DirectLeaders { get; init; }

    [JsonPropertyName("avatar_mediaid")]
    public string? AvatarMediaId { get; init; }

    [JsonPropertyName("avatar")]
    public string? Avatar { get; init; }

    [JsonPropertyName("thumb_avatar")]
    public string? Thumbnail { get; init; }

    [JsonPropertyName("qr_code")]
    public string? QrCode { get; init; }

    [JsonPropertyName("open_userid")]
    public string? OpenUserId { get; init; }

    [JsonPropertyName("status")]
    public int? Status { get; init; }

    [JsonPropertyName("enable")]
    public int? Enable { get; init; }

    [JsonPropertyName("to_invite")]
    public bool? ToInvite { get; init; }

    [JsonPropertyName("external_position")]
    public string? ExternalPosition { get; init; }

    [JsonPropertyName("extattr")]
    public CustomFieldsWire? CustomFields { get; init; }

    public static UserWire Of(NewUser user) => new()
    {
        UserId = user.UserId,
        Name = user.Name,
        Alias = user.Alias,
        Departments = IdsOf(user.Departments),
        Orders = OrdersOf(user.Departments),
        Leads = LeadsOf(user.Departments),
        MainDepartment = user.MainDepartmentId,
        Position = user.Position,
        Mobile = user.Mobile,
        Gender = user.Gender,
        Email = user.Email,
        BusinessEmail = user.BusinessEmail,
        Telephone = user.Telephone,
        Address = user.Address,
        DirectLeaders = LeaderOf(user.DirectLeaderId),
        AvatarMediaId = user.AvatarMediaId,
        ExternalPosition = user.ExternalPosition,
        CustomFields = CustomFieldsWire.Of(user.CustomFields),
        Enable = user.IsEnabled ? 1 : 0,
        ToInvite = user.SendInvitation,
    };

    public static UserWire Of(UserChanges changes) => new()
    {
        UserId = changes.UserId,
        NewUserId = changes.NewUserId,
        Name = changes.Name,
        Alias = changes.Alias,
        Departments = IdsOf(changes.Departments),
        Orders = OrdersOf(changes.Departments),
        Leads = LeadsOf(changes.Departments),
        MainDepartment = changes.MainDepartmentId,
        Position = changes.Position,
        Mobile = changes.Mobile,
        Gender = changes.Gender,
        Email = changes.Email,
        BusinessEmail = changes.BusinessEmail,
        Telephone = changes.Telephone,
        Address = changes.Address,
        DirectLeaders = LeaderOf(changes.DirectLeaderId),
        AvatarMediaId = changes.AvatarMediaId,
        ExternalPosition = changes.ExternalPosition,
        CustomFields = CustomFieldsWire.Of(changes.CustomFields),
        Enable = changes.IsEnabled switch { null => null, true => 1, false => 0 },
    };

    public User ToUser() => new()
    {
        UserId = UserId ?? "",
        Name = Name ?? "",
        Alias = NullIfEmpty(Alias),
        Departments = [.. (Departments ?? []).Select((id, index) => new DepartmentMembership
        {
            DepartmentId = id,
            // Lists that the application may not see are absent or shorter.
            Order = Orders?.ElementAtOrDefault(index) ?? 0,
            IsLeader = Leads?.ElementAtOrDefault(index) == 1,
        })],
        MainDepartmentId = MainDepartment,
        Position = NullIfEmpty(Position),
        Mobile = NullIfEmpty(Mobile),
        Gender = Gender ?? UserGender.Unknown,
        Email = NullIfEmpty(Email),
        BusinessEmail = NullIfEmpty(BusinessEmail),
        Telephone = NullIfEmpty(Telephone),
        Address = NullIfEmpty(Address),
        DirectLeaderIds = DirectLeaders ?? [],
        AvatarUrl = NullIfEmpty(Avatar),
        ThumbnailUrl = NullIfEmpty(Thumbnail),
        QrCodeUrl = NullIfEmpty(QrCode),
        OpenUserId = NullIfEmpty(OpenUserId),
        Status = (UserStatus)(Status ?? 0),
        ExternalPosition = NullIfEmpty(ExternalPosition),
        CustomFields = CustomFields?.ToCustomFields() ?? [],
    };

    public UserSummary ToSummary() => new() { UserId = UserId ?? "", Name = Name ?? "", DepartmentIds = Departments ?? [] };

    private static List<int>? IdsOf(IReadOnlyList<DepartmentMembership>? departments) =>
        departments?.Select(department => department.DepartmentId).ToList();

    private static List<uint>? OrdersOf(IReadOnlyList<DepartmentMembership>? departments) =>
        departments?.Select(department => department.Order).ToList();

    private static List<int>? LeadsOf(IReadOnlyList<DepartmentMembership>? departments) =>
        departments?.Select(department => department.IsLeader ? 1 : 0).ToList();

    private static IReadOnlyList<string>? LeaderOf(string? leader) => leader switch { null => null, "" => [], _ => [leader] };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

internal sealed record CustomFieldsWire
{
    [JsonPropertyName("attrs")]
    public IReadOnlyList<CustomFieldWire>? Items { get; init; }

    public static CustomFieldsWire? Of(IReadOnlyList<CustomField>? fields) =>
        fields is null ? null : new() { Items = [.. fields.Select(CustomFieldWire.Of)] };

    public IReadOnlyList<CustomField> ToCustomFields() => [.. (Items ?? []).Select(item => item.ToCustomField())];
}

internal sealed record CustomFieldWire
{
    private const int IsText = 0;
    private const int IsWeb = 1;

    [JsonPropertyName("type")]
    public int Type { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("text")]
    public CustomFieldTextWire? Text { get; init; }

    [JsonPropertyName("web")]
    public CustomFieldPageWire? Web { get; init; }

    public static CustomFieldWire Of(CustomField field) => field.Url is null
        ? new() { Type = IsText, Name = field.Name, Text = new(field.Text ?? "") }
        : new() { Type = IsWeb, Name = field.Name, Web = new(field.Url, field.Title ?? "") };

    public CustomField ToCustomField() => new() { Name = Name ?? "", Text = Text?.Value, Url = Web?.Url, Title = Web?.Title };
}

internal sealed record CustomFieldTextWire([property: JsonPropertyName("value")] string? Value);

internal sealed record CustomFieldPageWire(
    [property: JsonPropertyName("url")] string? Url, [property: JsonPropertyName("title")] string? Title);
