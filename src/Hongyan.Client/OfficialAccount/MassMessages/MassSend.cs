namespace Hongyan.OfficialAccount;

/// <summary>A mass send that the platform has taken. It ends later, with a <see cref="MassSendFinishedEvent"/>.</summary>
/// <param name="MessageId">What its end is told and asked by (msg_id).</param>
/// <param name="DataId">Of articles, what statistics and comments name it by (msg_data_id); null for the rest.</param>
/// <param name="WasSentBefore">
/// Whether it was taken earlier (45065): the same client message id, or without one the same content for the same receivers, came within 24 hours.
/// Nothing was sent again.
/// </param>
public sealed record MassSend(long MessageId, long? DataId, bool WasSentBefore);
