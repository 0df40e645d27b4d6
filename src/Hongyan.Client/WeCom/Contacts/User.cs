namespace Hongyan.WeCom;

/// <summary>A member of the corp (成员).</summary>
/// <remarks>
/// Mobile, e-mail, avatar, gender, address and the QR code are absent for applications made after June 2022: ask the member through
/// <see cref="WeComOAuth"/> instead.
/// </remarks>
public sealed record User
{
    /// <summary>The member's id (UserID); upper and lower case are the same to the platform.</summary>
    public required string UserId { get; init; }

    /// <summary>The name (姓名).</summary>
    public required string Name { get; init; }

    /// <summary>The alias (别名); null where there is none.</summary>
    public string? Alias { get; init; }

    /// <summary>The departments that the member is in.</summary>
    public IReadOnlyList<DepartmentMembership> Departments { get; init; } = [];

    /// <summary>The main department (主部门); null where the platform does not say.</summary>
    public int? MainDepartmentId { get; init; }

    /// <summary>The job title (职务).</summary>
    public string? Position { get; init; }

    /// <summary>The mobile number.</summary>
    public string? Mobile { get; init; }

    /// <summary>The gender.</summary>
    public UserGender Gender { get; init; }

    /// <summary>The member's own e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>The address at the corp's mail (企业邮箱).</summary>
    public string? BusinessEmail { get; init; }

    /// <summary>The landline number (座机).</summary>
    public string? Telephone { get; init; }

    /// <summary>The postal address.</summary>
    public string? Address { get; init; }

    /// <summary>The ids of the direct superiors (直属上级).</summary>
    public IReadOnlyList<string> DirectLeaderIds { get; init; } = [];

    /// <summary>The picture.</summary>
    public string? AvatarUrl { get; init; }

    /// <summary>The same, 100 pixels wide.</summary>
    public string? ThumbnailUrl { get; init; }

    /// <summary>The personal QR code (个人二维码), for customers to scan.</summary>
    public string? QrCodeUrl { get; init; }

    /// <summary>The id that is the same for all applications of one provider (open_userid); third-party applications only.</summary>
    public string? OpenUserId { get; init; }

    /// <summary>Whether the member uses WeCom.</summary>
    public UserStatus Status { get; init; }

    /// <summary>The job title that customers see (对外职务).</summary>
    public string? ExternalPosition { get; init; }

    /// <summary>The fields that the corp added.</summary>
    public IReadOnlyList<CustomField> CustomFields { get; init; } = [];
}
