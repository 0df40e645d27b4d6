namespace Hongyan.WeCom;

/// <summary>The message that greets a new customer (新客户欢迎语): text, up to nine attachments, or both.</summary>
public sealed record WelcomeMessage
{
    /// <summary>At most 4000 bytes of UTF-8; <c>\n</c> breaks the line.</summary>
    public string? Text { get; init; }

    /// <summary>Up to nine.</summary>
    public IReadOnlyList<WelcomeAttachment> Attachments { get; init => field = value ?? []; } = [];
}
