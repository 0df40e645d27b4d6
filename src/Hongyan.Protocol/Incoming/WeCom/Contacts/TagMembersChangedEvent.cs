namespace Hongyan.WeCom;

/// <summary>Members or departments were put under a tag or taken off it (标签成员变更事件).</summary>
public sealed record TagMembersChangedEvent : ContactEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public TagMembersChangedEvent()
    {
    }

    internal TagMembersChangedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        TagId = payload.SmallNumber("TagId"u8) ?? 0;
        AddedUserIds = payload.SplitTexts("AddUserItems"u8);
        RemovedUserIds = payload.SplitTexts("DelUserItems"u8);
        AddedDepartmentIds = payload.SplitNumbers("AddPartyItems"u8);
        RemovedDepartmentIds = payload.SplitNumbers("DelPartyItems"u8);
    }

    /// <summary>The id of the tag.</summary>
    public int TagId { get; init; }

    /// <summary>Members put under it.</summary>
    public IReadOnlyList<string> AddedUserIds { get; init; } = [];

    /// <summary>Members taken off.</summary>
    public IReadOnlyList<string> RemovedUserIds { get; init; } = [];

    /// <summary>Departments put under it.</summary>
    public IReadOnlyList<int> AddedDepartmentIds { get; init; } = [];

    /// <summary>Departments taken off.</summary>
    public IReadOnlyList<int> RemovedDepartmentIds { get; init; } = [];
}
