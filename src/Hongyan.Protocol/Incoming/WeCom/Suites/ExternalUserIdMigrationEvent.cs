namespace Hongyan.WeCom;

/// <summary>A corp agreed that its customers get new ids (同意external_userid迁移).</summary>
public sealed record ExternalUserIdMigrationEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ExternalUserIdMigrationEvent()
    {
    }

    internal ExternalUserIdMigrationEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
