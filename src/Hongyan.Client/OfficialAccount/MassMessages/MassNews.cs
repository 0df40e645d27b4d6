using System.Text.Json;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>Articles (图文消息). A draft lies in the box no longer once it was sent.</summary>
/// <param name="MediaId">A draft's media id (<see cref="OfficialAccountDrafts.AddAsync"/>), or one of <see cref="OfficialAccountMassMessages.UploadNewsAsync"/>.</param>
public sealed record MassNews(string MediaId) : MassMessage
{
    /// <summary>Whether to send an article that the originality check takes for a reprint, where its author allows that.</summary>
    /// <value>False: the send ends.</value>
    public bool SendsReprints { get; init; }

    internal override string MessageType => "mpnews";

    internal override void Check(LimitCheck check) => check.Required("MassNews.MediaId", MediaId);

    internal override void WriteFields(Utf8JsonWriter json) => json.WriteString("media_id"u8, MediaId);

    internal override void WriteOptions(Utf8JsonWriter json) => json.WriteNumber("send_ignore_reprint"u8, SendsReprints ? 1 : 0);
}
