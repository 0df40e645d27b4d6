namespace Hongyan.Storage.Schema;

/// <summary>Where a person's dialog stands.</summary>
public sealed class DialogRow
{
    /// <summary>The account's name.</summary>
    public required string Account { get; set; }

    /// <summary>Whose dialog: the user id (成员UserID).</summary>
    public required string Person { get; set; }

    /// <summary>Which dialog.</summary>
    public required string Dialog { get; set; }

    /// <summary>The step that takes the next answer.</summary>
    public required string Step { get; set; }

    /// <summary>What the dialog knows so far: JSON, protected.</summary>
    public required byte[] State { get; set; }

    /// <summary>From here on it is over, in Unix milliseconds.</summary>
    public long ExpiresAt { get; set; }

    /// <summary>When the person is reminded, in Unix milliseconds; null where not, or already.</summary>
    public long? RemindAt { get; set; }
}
