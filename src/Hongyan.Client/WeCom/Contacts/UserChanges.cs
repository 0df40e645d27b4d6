namespace Hongyan.WeCom;

/// <summary>What is to change about a member. What is null stays as it is; an empty text removes.</summary>
public sealed record UserChanges
{
    /// <summary>Whose.</summary>
    public required string UserId { get; init; }

    /// <summary>Another id. Once only, and only where the platform had made up the first one (301036).</summary>
    public string? NewUserId { get; init; }

    /// <summary>The name (姓名): 1 to 64 characters.</summary>
    public string? Name { get; init; }

    /// <summary>All departments from now on, up to 100.</summary>
    public IReadOnlyList<DepartmentMembership>? Departments { get; init; }

    /// <summary>The main department (主部门).</summary>
    public int? MainDepartmentId { get; init; }

    /// <summary>The alias (别名): up to 64 characters.</summary>
    public string? Alias { get; init; }

    /// <summary>The mobile number. A member who has joined changes it personally; then this is ignored.</summary>
    public string? Mobile { get; init; }

    /// <summary>The job title (职务): up to 128 characters.</summary>
    public string? Position { get; init; }

    /// <summary>The gender.</summary>
    public UserGender? Gender { get; init; }

    /// <summary>The e-mail address: 6 to 64 bytes.</summary>
    public string? Email { get; init; }

    /// <summary>The address at the corp's mail (企业邮箱).</summary>
    public string? BusinessEmail { get; init; }

    /// <summary>The landline number (座机).</summary>
    public string? Telephone { get; init; }

    /// <summary>The postal address.</summary>
    public string? Address { get; init; }

    /// <summary>The id of the direct superior (直属上级); empty for none.</summary>
    public string? DirectLeaderId { get; init; }

    /// <summary>The picture: a media id of <see cref="WeComMedia"/>.</summary>
    public string? AvatarMediaId { get; init; }

    /// <summary>The job title that customers see (对外职务).</summary>
    public string? ExternalPosition { get; init; }

    /// <summary>The fields that the corp added.</summary>
    public IReadOnlyList<CustomField>? CustomFields { get; init; }

    /// <summary>False disables the member (禁用), true enables.</summary>
    public bool? IsEnabled { get; init; }
}
