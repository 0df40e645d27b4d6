namespace Hongyan;

/// <summary>
/// Something authentic that could not be read (无法读取的内容): signature and encryption were right, the document inside was neither XML nor JSON.
/// It is accepted and kept in <see cref="Incoming.Raw"/>, because refusing it would only make the platform send it again.
/// </summary>
public sealed record UnreadableMessage : Incoming
{
    /// <summary>Makes one by hand, for a test.</summary>
    public UnreadableMessage()
    {
    }

    /// <summary>What is wrong, in one English sentence that holds nothing of the message.</summary>
    public string Reason { get; init; } = "";
}
