namespace Hongyan.WeCom;

/// <summary>Choices to tap (菜单消息). A choice of <see cref="ServiceMenuReply"/> comes back as a text with its id.</summary>
public sealed record ServiceMenu : ServicePrompt
{
    /// <summary>What stands above, at most 1024 bytes.</summary>
    public string? Head { get; init; }

    /// <summary>1 to 10.</summary>
    public required IReadOnlyList<ServiceMenuItem> Items { get; init; }

    /// <summary>What stands below, at most 1024 bytes.</summary>
    public string? Tail { get; init; }
}
