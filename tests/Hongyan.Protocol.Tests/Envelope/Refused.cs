using Hongyan.Protocol;

namespace Hongyan.Tests.Envelope;

internal static class Refused
{
    /// <summary>Asserts code and reason, that no message came out, and that the reason repeats nothing of request or account.</summary>
    public static void With(this EnvelopeResult result, CallbackError error, string reason, params string?[] input)
    {
        Assert.Equal((error, reason), (result.Error, result.Reason));
        Assert.False(result.Succeeded);
        Assert.True(result.Message.IsEmpty);
        foreach (var part in input.Concat([Forge.Token, Forge.Key, Forge.ReceiveId, Forge.Timestamp, Forge.Nonce]))
        {
            if (part is { Length: >= 4 })
                Assert.DoesNotContain(part, result.Reason, StringComparison.OrdinalIgnoreCase);
        }
    }
}
