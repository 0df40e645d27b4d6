namespace Hongyan;

/// <summary>The reply of those who have nothing to say.</summary>
internal sealed record NoReply : Reply;
