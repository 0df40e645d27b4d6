using System.Text;
using Hongyan.AspNetCore.Tests.Support;
using Hongyan.Protocol;

namespace Hongyan.AspNetCore.Tests.WeCom;

/// <summary>A hostile request costs no more than a valid one.</summary>
public sealed class AllocationTests
{
    private const int Rounds = 20;

    private static readonly CallbackEnvelope Envelope = new(OfficialVector.Token, OfficialVector.EncodingAESKey, OfficialVector.CorpId);
    private static readonly Callback Valid = PlatformEnvelope.Official.Seal(Plaintexts.Text(new string('x', 500)));

    public static TheoryData<string, byte[]> Hostile => new()
    {
        { "very many elements", Encoding.UTF8.GetBytes($"<xml>{string.Concat(Enumerable.Repeat("<a/>", 200_000))}</xml>") },
        { "noise", Encoding.UTF8.GetBytes(new string('x', 1_000_000)) },
        { "deep nesting", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 300_000))) },
        { "entity bomb", Encoding.UTF8.GetBytes($"<!DOCTYPE xml [{string.Concat(Enumerable.Repeat("<!ENTITY a '&b;&b;'>", 40_000))}]><xml/>") },
        { "a long ciphertext with a wrong signature", Encoding.UTF8.GetBytes($"<xml><Encrypt>{new string('A', 1_000_000)}</Encrypt></xml>") },
        { "a long element beside the right ciphertext", Encoding.UTF8.GetBytes(Valid.Body.Replace(Valid.Encrypted[..4], "AAAA", StringComparison.Ordinal).Replace("</xml>", $"<a>{new string('x', 900_000)}</a></xml>", StringComparison.Ordinal)) },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Open_HostileBody_AllocatesNoMoreThanAValidOne(string what, byte[] body)
    {
        var valid = AllocatedBy(Encoding.UTF8.GetBytes(Valid.Body), succeeds: true);
        var hostile = AllocatedBy(body, succeeds: false);

        Assert.True(hostile <= valid, $"{what}: {hostile} bytes, a valid request {valid}");
    }

    private static long AllocatedBy(byte[] body, bool succeeds)
    {
        var query = new CallbackQuery(Valid.Signature, Valid.Timestamp, Valid.Nonce);
        // The first rounds fill the pools.
        for (var i = 0; i < 3; i++)
            Assert.Equal(succeeds, Envelope.Open(query, body).Succeeded);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++)
            Envelope.Open(query, body);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;
    }
}
