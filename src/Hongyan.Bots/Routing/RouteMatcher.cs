namespace Hongyan;

/// <summary>Whether a message fits a route, and the texts that its pattern captures; null for a capture that took no part.</summary>
internal delegate bool RouteMatcher(Incoming incoming, out string?[] captured);
