namespace Hongyan.OfficialAccount;

/// <summary>A publication that was asked for.</summary>
/// <param name="PublishId">What its end is told and asked by (publish_id).</param>
/// <param name="DataId">What statistics and comments name it by (msg_data_id); null where the platform gives none.</param>
public sealed record PublishSubmission(string PublishId, long? DataId);
