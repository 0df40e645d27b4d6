namespace Hongyan.WeCom;

/// <summary>
/// A department of the school's address book, such as a grade or a class, came, changed or went (家校通讯录部门变更):
/// <c>create_department</c>, <c>update_department</c>, <c>delete_department</c>.
/// </summary>
public sealed record SchoolDepartmentEvent : SchoolContactEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public SchoolDepartmentEvent()
    {
    }

    internal SchoolDepartmentEvent(in Protocol.PayloadFields payload)
        : base(payload) => DepartmentId = payload.SmallNumber("Id"u8) ?? 0;

    /// <summary>The id of the department.</summary>
    public int DepartmentId { get; init; }
}
