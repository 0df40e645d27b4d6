namespace Hongyan.OfficialAccount;

/// <summary>Whether a person wants the messages of one template.</summary>
public sealed record SubscriptionChoice
{
    /// <summary>The template.</summary>
    public string TemplateId { get; init; } = "";

    /// <summary><c>accept</c> or <c>reject</c>.</summary>
    public string Status { get; init; } = "";

    /// <summary>Where the question was asked: 1 a page, 2 an article; null where it was not.</summary>
    public int? PopupScene { get; init; }

    internal static SubscriptionChoice Read(in Protocol.PayloadFields payload) => new()
    {
        TemplateId = payload.Text("TemplateId"u8),
        Status = payload.Text("SubscribeStatusString"u8),
        PopupScene = payload.SmallNumber("PopupScene"u8),
    };
}
