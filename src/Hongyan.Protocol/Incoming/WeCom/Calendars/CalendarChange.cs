namespace Hongyan.WeCom;

/// <summary>What happened to a calendar or a schedule.</summary>
public enum CalendarChange
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>It was made.</summary>
    Added = 1,

    /// <summary>It was changed.</summary>
    Modified = 2,

    /// <summary>It was deleted.</summary>
    Deleted = 3,

    /// <summary>A participant answered; schedules only.</summary>
    Responded = 4,
}
