namespace Hongyan.Simulator.Control;

/// <summary>Whether a page may use the JS-SDK.</summary>
/// <param name="ErrorCode">The platform's code; 0: it may.</param>
/// <param name="ErrMsg">What the SDK tells the page: <c>config:ok</c>, <c>config:fail, invalid signature</c>.</param>
/// <param name="SignedText">The text that should have been hashed; the ticket is three asterisks.</param>
/// <param name="Explanation">What is probably wrong, in the reader's language; absent when nothing is.</param>
public sealed record JsSdkCheckView(int ErrorCode, string ErrMsg, string SignedText, string? Explanation);
