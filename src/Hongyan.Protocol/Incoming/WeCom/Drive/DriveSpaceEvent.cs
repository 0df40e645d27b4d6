namespace Hongyan.WeCom;

/// <summary>Spaces of the drive changed (微盘空间变更事件, wedrive_space_change).</summary>
public sealed record DriveSpaceEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public DriveSpaceEvent()
    {
    }

    internal DriveSpaceEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        ChangeType = payload.Text("ChangeType"u8);
        SpaceIds = payload.Texts("SpaceId"u8);
    }

    /// <summary>What happened: <c>dismiss_space</c>, <c>space_member_change</c> or <c>space_security_settings_change</c>.</summary>
    public string ChangeType { get; init; } = "";

    /// <summary>The spaces.</summary>
    public IReadOnlyList<string> SpaceIds { get; init; } = [];
}
