namespace Hongyan.IssueDesk.Announcements;

/// <summary>What has become of a card.</summary>
internal enum AnnouncementState
{
    /// <summary>To be sent, now or after a pause.</summary>
    Pending = 0,

    /// <summary>Being sent. Found at start, it is <see cref="Unknown"/>.</summary>
    Sending = 1,

    /// <summary>The platform took it.</summary>
    Sent = 2,

    /// <summary>The last try failed; somebody was told.</summary>
    Failed = 3,

    /// <summary>The platform may have taken it; it is not sent again by itself.</summary>
    Unknown = 4,
}
