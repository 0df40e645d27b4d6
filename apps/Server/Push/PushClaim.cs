namespace Hongyan.Server.Push;

/// <summary>A request that names itself (<c>Idempotency-Key</c>), so that it can be recognised when it comes again.</summary>
/// <param name="Key">The name of the push key: two programs may use the same word.</param>
/// <param name="Word">What the header says.</param>
/// <param name="Fingerprint">Of what is asked for: the same word for something else is a mistake.</param>
internal sealed record PushClaim(string Key, string Word, string Fingerprint);
