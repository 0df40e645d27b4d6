namespace Hongyan.Simulator.Plaintext;

/// <summary>A type of message a person can send. Each platform has a list of its own.</summary>
/// <param name="Name">MsgType.</param>
/// <param name="Sample">Makes an example with everything the type needs; its fields are the ones the type has.</param>
/// <param name="Write">Writes the elements between MsgType and MsgId.</param>
public sealed record MessageKind(string Name, Func<MemberMessage> Sample, Action<PlaintextWriter, MemberMessage> Write);
