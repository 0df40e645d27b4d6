namespace Hongyan.Simulator.WeCom;

/// <summary>A customer service account (客服账号).</summary>
public sealed record ServiceAccount
{
    /// <summary>open_kfid.</summary>
    public required string OpenKfId { get; init; }

    /// <summary>The name that customers see.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the app that has the account: it gets the callbacks, and it alone may call for it.</summary>
    public required string App { get; init; }

    /// <summary>media_id of the picture; null: the simulator draws one.</summary>
    public string? MediaId { get; init; }

    /// <summary>Members who serve it.</summary>
    public IReadOnlyList<string> UserIds { get; init; } = [];

    /// <summary>Departments whose members serve it.</summary>
    public IReadOnlyList<int> DepartmentIds { get; init; } = [];

    /// <summary>Those who take no customers now (停止接待).</summary>
    public IReadOnlyList<string> StoppedUserIds { get; init; } = [];
}
