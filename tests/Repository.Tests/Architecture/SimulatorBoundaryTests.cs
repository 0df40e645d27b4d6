namespace Hongyan.Repository.Tests.Architecture;

/// <summary>
/// The simulator reads the platform's documents by itself, so that two readings check each other (docs/decisions/0004):
/// from Hongyan.Protocol it takes the envelope and nothing else.
/// </summary>
public sealed class SimulatorBoundaryTests
{
    private static readonly string[] Envelope =
    [
        "Hongyan.Protocol.SignatureVerifier", "Hongyan.Protocol.MessageCipher",
        "Hongyan.Protocol.EnvelopeResult", "Hongyan.Protocol.CallbackError",
    ];

    private static readonly CompiledAssembly Simulator = CompiledAssembly.Read("Hongyan.Simulator");

    [Fact]
    public void TypeReference_ToProtocol_IsTheEnvelopeOnly()
    {
        Problems.AssertNone(Simulator.ReferencedTypes
            .Where(type => type.Assembly == "Hongyan.Protocol" && !Envelope.Contains(type.FullName))
            .Select(type => $"The simulator uses {type.FullName}: it writes and reads messages by itself and shares only {string.Join(", ", Envelope)}."));
    }

    [Fact]
    public void TypeReference_ToTheSignature_IsSeen() =>
        Assert.Contains(Simulator.ReferencedTypes, type => type is { Assembly: "Hongyan.Protocol", FullName: "Hongyan.Protocol.SignatureVerifier" });

    [Fact]
    public void TypeReference_ToTheBotSide_IsRefused()
    {
        Problems.AssertNone(Simulator.ReferencedTypes
            .Where(type => type.Assembly is "Hongyan.Bots" or "Hongyan.AspNetCore" or "Hongyan.Client" or "Hongyan.Server")
            .Select(type => $"The simulator uses {type.FullName} of {type.Assembly}: between it and a bot there is HTTP and nothing else."));
    }
}
