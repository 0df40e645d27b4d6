namespace Hongyan.Storage;

/// <summary>Something to be sent to a person by the active API.</summary>
/// <param name="To">The person, and the account that sends.</param>
/// <param name="Content">What is sent.</param>
public sealed record OutgoingMessage(UserRef To, Reply Content)
{
    /// <summary>
    /// The address that takes this message and no other (response_url of a robot): a secret, which a store encrypts and no log ever shows. Null
    /// for accounts that send by themselves.
    /// </summary>
    public Uri? ReplyTo { get; init; }

    /// <summary>How long after its commit it is due.</summary>
    /// <value>At once.</value>
    public TimeSpan Delay { get; init; }

    /// <summary>
    /// The inbox's number of the message that this goes out because of, as <see cref="StoreTransaction.Cause"/> gave it then; only for what is
    /// written later than that message's own outcome, which knows by itself. Null where none caused it.
    /// </summary>
    public long? CausedBy { get; init; }

    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append(System.Globalization.CultureInfo.InvariantCulture, $"To = {To}, Content = {Content}, Delay = {Delay}");
        return true;
    }
}
