using System.Security.Cryptography;
using System.Text;
using Hongyan.OfficialAccount;

namespace Hongyan.Testing;

/// <summary>The platform's end of an Official Account (公众号): it hangs up after five seconds and delivers again, three times in all.</summary>
internal sealed class OfficialAccountWire(HttpClient http, string path, OfficialAccountOptions options, TimeProvider clock, Arrivals arrivals) : IAccountWire
{
    private const int Deliveries = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly OfficialAccountCallbackClient _client = new(http, path, options, clock);

    /// <summary>The original id (原始ID), to which followers write; the account's own configuration does not need it.</summary>
    private readonly string _originalId = "gh_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(options.AppId)))[..12];

    public ActionPlatform Platform => ActionPlatform.OfficialAccount;

    public bool CanSend => options.Verified;

    public byte[] Write(MemberAction action, DocumentHeader header) => PlaintextWriter.Write(action, HeaderOf(header));

    public byte[] Write(string fields, DocumentHeader header) => PlaintextWriter.Write(fields, HeaderOf(header));

    public async Task<BotReply> DeliverAsync(Delivered delivered, CancellationToken cancellationToken)
    {
        var reply = await DeliverAsPatientlyAsThePlatformAsync(delivered, cancellationToken).ConfigureAwait(false);
        return reply.IsEmpty ? BotReply.Nothing : ReplyReader.Read(reply, delivered.Sender, _originalId, delivered.Shows, Platform);
    }

    /// <summary>
    /// Delivers again whenever five seconds of the test's clock have passed. A request that the platform would have hung up on is let go only when
    /// one of them is answered: a clock that jumps must not end it before the bot has seen it.
    /// </summary>
    private async Task<ReadOnlyMemory<byte>> DeliverAsPatientlyAsThePlatformAsync(Delivered delivered, CancellationToken cancellationToken)
    {
        var answered = new TaskCompletionSource<ReadOnlyMemory<byte>>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var hangUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var attempts = 0;
        var arrived = Task.CompletedTask;
        Attempt();
        var timer = clock.CreateTimer(
            _ =>
            {
                if (Interlocked.Increment(ref attempts) < Deliveries)
                    Attempt();
            }, state: null, Patience, Patience);
        try
        {
            return await answered.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await timer.DisposeAsync().ConfigureAwait(false);
            await hangUp.CancelAsync().ConfigureAwait(false);
        }

        void Attempt()
        {
            var nonce = SealedDocument.NewNonce();
            var before = Interlocked.Exchange(ref arrived, arrivals.Expect(nonce));
            _ = AttemptAsync(nonce, before);
        }

        async Task AttemptAsync(string nonce, Task before)
        {
            try
            {
                await before.ConfigureAwait(false);
                answered.TrySetResult(await _client.DeliverAsync(delivered.Document, delivered.Sender, nonce, hangUp.Token).ConfigureAwait(false));
            }
#pragma warning disable CA1031 // Whoever waits for the answer gets it, whatever it is.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                answered.TrySetException(failure);
            }
            finally
            {
                arrivals.End(nonce);
            }
        }
    }

    private PlaintextHeader HeaderOf(DocumentHeader header) => new(_originalId, header.Person, header.CreatedAt, header.Number, AgentId: null);
}
