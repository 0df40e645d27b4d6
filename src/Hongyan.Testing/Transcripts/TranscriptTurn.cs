namespace Hongyan.Testing;

/// <summary>Somebody does something and the bot answers.</summary>
/// <param name="Line">Where the <c>&gt;</c> stands.</param>
/// <param name="Person">Who; null for whoever speaks where nobody is named.</param>
/// <param name="Action">What.</param>
/// <param name="ExpectedLine">Where the <c>&lt;</c> stands.</param>
/// <param name="Expected">What is answered.</param>
internal sealed record TranscriptTurn(int Line, string? Person, MemberAction Action, int ExpectedLine, ExpectedReply Expected) : TranscriptStep(Line);
