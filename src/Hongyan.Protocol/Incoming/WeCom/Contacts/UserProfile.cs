namespace Hongyan.WeCom;

/// <summary>What an event of the address book tells of a member. A field is null where it is not told; empty where it was cleared.</summary>
public sealed record UserProfile
{
    /// <summary>Makes one by hand, for a test.</summary>
    public UserProfile()
    {
    }

    internal UserProfile(in Protocol.PayloadFields payload)
    {
        Name = payload.OptionalText("Name"u8);
        DepartmentIds = payload.Contains("Department"u8) ? payload.SplitNumbers("Department"u8) : null;
        MainDepartmentId = payload.SmallNumber("MainDepartment"u8);
        IsLeader = payload.Contains("IsLeaderInDept"u8) ? [.. payload.SplitNumbers("IsLeaderInDept"u8).Select(number => number == 1)] : null;
        DirectLeaderIds = payload.Contains("DirectLeader"u8) ? payload.SplitTexts("DirectLeader"u8) : null;
        Position = payload.OptionalText("Position"u8);
        Mobile = payload.OptionalText("Mobile"u8);
        Gender = (UserGender?)payload.SmallNumber("Gender"u8);
        Email = payload.OptionalText("Email"u8);
        BusinessEmail = payload.OptionalText("BizMail"u8);
        Status = (UserStatus?)payload.SmallNumber("Status"u8);
        AvatarUrl = payload.OptionalText("Avatar"u8);
        Alias = payload.OptionalText("Alias"u8);
        Telephone = payload.OptionalText("Telephone"u8);
        Address = payload.OptionalText("Address"u8);
        CustomFields = ReadCustomFields(payload);
    }

    /// <summary>The name (姓名).</summary>
    public string? Name { get; init; }

    /// <summary>The departments that the member is in.</summary>
    public IReadOnlyList<int>? DepartmentIds { get; init; }

    /// <summary>The main department (主部门).</summary>
    public int? MainDepartmentId { get; init; }

    /// <summary>Whether the member leads the department at the same place of <see cref="DepartmentIds"/>.</summary>
    public IReadOnlyList<bool>? IsLeader { get; init; }

    /// <summary>The direct superiors (直属上级).</summary>
    public IReadOnlyList<string>? DirectLeaderIds { get; init; }

    /// <summary>The job title (职务).</summary>
    public string? Position { get; init; }

    /// <summary>The mobile number.</summary>
    public string? Mobile { get; init; }

    /// <summary>The gender.</summary>
    public UserGender? Gender { get; init; }

    /// <summary>The member's own e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The address at the corp's mail (企业邮箱).</summary>
    public string? BusinessEmail { get; init; }

    /// <summary>Whether the member uses WeCom.</summary>
    public UserStatus? Status { get; init; }

    /// <summary>The picture.</summary>
    public string? AvatarUrl { get; init; }

    /// <summary>The alias (别名).</summary>
    public string? Alias { get; init; }

    /// <summary>The landline number (座机).</summary>
    public string? Telephone { get; init; }

    /// <summary>The postal address.</summary>
    public string? Address { get; init; }

    /// <summary>The fields that the corp added (扩展属性).</summary>
    public IReadOnlyList<CustomField>? CustomFields { get; init; }

    private static CustomField[]? ReadCustomFields(in Protocol.PayloadFields payload) =>
        payload.Contains("ExtAttr"u8) ? payload.Items("ExtAttr"u8, "Item"u8, ReadCustomField) : null;

    private static CustomField ReadCustomField(in Protocol.PayloadFields item)
    {
        var web = item.Children("Web"u8);
        return new CustomField
        {
            Name = item.Text("Name"u8),
            Text = item.Children("Text"u8).OptionalText("Value"u8),
            Title = web.OptionalText("Title"u8),
            Url = web.OptionalText("Url"u8),
        };
    }
}
