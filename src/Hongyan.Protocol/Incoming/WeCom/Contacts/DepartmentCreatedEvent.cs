namespace Hongyan.WeCom;

/// <summary>A department was added (新增部门事件).</summary>
public sealed record DepartmentCreatedEvent : ContactEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public DepartmentCreatedEvent()
    {
    }

    internal DepartmentCreatedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        DepartmentId = payload.SmallNumber("Id"u8) ?? 0;
        Name = payload.Text("Name"u8);
        ParentId = payload.SmallNumber("ParentId"u8) ?? 0;
        Order = payload.Number("Order"u8) ?? 0;
    }

    /// <summary>The id of the department.</summary>
    public int DepartmentId { get; init; }

    /// <summary>Its name; empty where the application may not see it.</summary>
    public string Name { get; init; } = "";

    /// <summary>The department above it; 0 where the platform leaves it out.</summary>
    public int ParentId { get; init; }

    /// <summary>Its place among its siblings, the highest first.</summary>
    public long Order { get; init; }
}
