namespace Hongyan.WeCom;

/// <summary>A member to create. <see cref="Mobile"/> or <see cref="Email"/> is needed, and nobody else in the corp may have it.</summary>
public sealed record NewUser
{
    /// <summary>1 to 64 letters, digits, <c>_ - @ .</c>, beginning with a letter or digit. Cannot be changed later.</summary>
    public required string UserId { get; init; }

    /// <summary>The name (姓名): 1 to 64 characters.</summary>
    public required string Name { get; init; }

    /// <summary>Up to 100 departments. 1 is the root.</summary>
    public required IReadOnlyList<DepartmentMembership> Departments { get; init; }

    /// <summary>The main department (主部门), one of <see cref="Departments"/>; null lets the platform choose.</summary>
    public int? MainDepartmentId { get; init; }

    /// <summary>The alias (别名): up to 64 characters.</summary>
    public string? Alias { get; init; }

    /// <summary>The mobile number, abroad with its country code: <c>+86 13800000000</c>.</summary>
    public string? Mobile { get; init; }

    /// <summary>The job title (职务): up to 128 characters.</summary>
    public string? Position { get; init; }

    /// <summary>The gender; null leaves it open.</summary>
    public UserGender? Gender { get; init; }

    /// <summary>The e-mail address: 6 to 64 bytes.</summary>
    public string? Email { get; init; }

    /// <summary>The address at the corp's mail (企业邮箱).</summary>
    public string? BusinessEmail { get; init; }

    /// <summary>The landline number (座机).</summary>
    public string? Telephone { get; init; }

    /// <summary>The postal address.</summary>
    public string? Address { get; init; }

    /// <summary>The id of the direct superior (直属上级); the platform takes one.</summary>
    public string? DirectLeaderId { get; init; }

    /// <summary>The picture: a media id of <see cref="WeComMedia"/>.</summary>
    public string? AvatarMediaId { get; init; }

    /// <summary>The job title that customers see (对外职务).</summary>
    public string? ExternalPosition { get; init; }

    /// <summary>The fields that the corp added.</summary>
    public IReadOnlyList<CustomField>? CustomFields { get; init; }

    /// <summary>False creates the member disabled (禁用).</summary>
    /// <value>true</value>
    public bool IsEnabled { get; init; } = true;

    /// <summary>Whether the platform invites the member by text message or e-mail.</summary>
    /// <value>true, as on the platform.</value>
    public bool SendInvitation { get; init; } = true;
}
