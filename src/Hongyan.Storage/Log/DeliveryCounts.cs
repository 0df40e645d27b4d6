namespace Hongyan.Storage.Log;

/// <summary>How much there is to do, and what needs a person.</summary>
/// <param name="Pending">Accepted messages without an outcome.</param>
/// <param name="Dead">Dead letters (死信).</param>
/// <param name="Waiting">Answers that wait for a redelivery or the person's next text.</param>
/// <param name="Unsent">Messages that are to be sent or being sent.</param>
/// <param name="OldestUnsent">When the oldest of those was committed; null where there is none.</param>
/// <param name="Unknown">Messages that the platform may have taken.</param>
public sealed record DeliveryCounts(int Pending, int Dead, int Waiting, int Unsent, DateTimeOffset? OldestUnsent, int Unknown);
