namespace Hongyan.WeCom;

/// <summary>A department was deleted (删除部门事件).</summary>
public sealed record DepartmentDeletedEvent : ContactEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public DepartmentDeletedEvent()
    {
    }

    internal DepartmentDeletedEvent(in Protocol.PayloadFields payload)
        : base(payload) => DepartmentId = payload.SmallNumber("Id"u8) ?? 0;

    /// <summary>The id of the department.</summary>
    public int DepartmentId { get; init; }
}
