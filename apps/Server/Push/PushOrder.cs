namespace Hongyan.Server.Push;

/// <summary>One push: who gets what.</summary>
internal sealed record PushOrder(PushTarget To, PushContent Content);
