using Hongyan.WeCom;

namespace Hongyan.Testing;

/// <summary>The platform's end of an application of WeCom (企业微信应用).</summary>
internal sealed class WeComWire(HttpClient http, string path, WeComOptions options, TimeProvider clock) : IAccountWire
{
    private readonly CallbackClient _client = new(http, path, options, clock);

    public ActionPlatform Platform => ActionPlatform.WeCom;

    public bool CanSend => options.AgentId is not null;

    public byte[] Write(MemberAction action, DocumentHeader header) => PlaintextWriter.Write(action, HeaderOf(header));

    public byte[] Write(string fields, DocumentHeader header) => PlaintextWriter.Write(fields, HeaderOf(header));

    public async Task<BotReply> DeliverAsync(Delivered delivered, CancellationToken cancellationToken)
    {
        var reply = await _client.DeliverAsync(delivered.Document, cancellationToken).ConfigureAwait(false);
        return reply.IsEmpty ? BotReply.Nothing : ReplyReader.Read(reply, delivered.Sender, options.CorpId, delivered.Shows);
    }

    private PlaintextHeader HeaderOf(DocumentHeader header) =>
        new(options.CorpId, header.Person, header.CreatedAt, header.Number, options.AgentId ?? TestKeys.AgentId);
}
