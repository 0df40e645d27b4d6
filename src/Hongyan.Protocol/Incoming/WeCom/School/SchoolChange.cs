namespace Hongyan.WeCom;

/// <summary>One of the changes in the school's address book that are told at once.</summary>
public sealed record SchoolChange
{
    /// <summary>Makes one by hand, for a test.</summary>
    public SchoolChange()
    {
    }

    internal SchoolChange(in Protocol.PayloadFields payload)
    {
        ChangedAt = payload.Time("TimeStamp"u8);
        ChangeType = SchoolContactEvent.Spell(payload.Text("ChangeType"u8));
        Id = payload.Text("Id"u8);
        NewId = payload.OptionalText("NewId"u8);
    }

    /// <summary>When.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>What happened, as in <see cref="SchoolContactEvent.ChangeType"/>.</summary>
    public string ChangeType { get; init; } = "";

    /// <summary>The id of the student, parent or department.</summary>
    public string Id { get; init; } = "";

    /// <summary>The id after the change; null where it stayed the same.</summary>
    public string? NewId { get; init; }
}
