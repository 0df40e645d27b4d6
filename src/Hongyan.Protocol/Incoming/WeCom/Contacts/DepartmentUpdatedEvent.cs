namespace Hongyan.WeCom;

/// <summary>A department was renamed or moved (更新部门事件).</summary>
public sealed record DepartmentUpdatedEvent : ContactEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public DepartmentUpdatedEvent()
    {
    }

    internal DepartmentUpdatedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        DepartmentId = payload.SmallNumber("Id"u8) ?? 0;
        Name = payload.OptionalText("Name"u8);
        ParentId = payload.SmallNumber("ParentId"u8);
    }

    /// <summary>The id of the department.</summary>
    public int DepartmentId { get; init; }

    /// <summary>Its name; null where it did not change.</summary>
    public string? Name { get; init; }

    /// <summary>The department above it; null where it did not change.</summary>
    public int? ParentId { get; init; }
}
