using Microsoft.AspNetCore.DataProtection;

namespace Hongyan.Storage;

/// <summary>Encrypts what people wrote and what they are answered before it goes into the database, with the keys of Data Protection.</summary>
internal sealed class PayloadProtector(IDataProtectionProvider provider)
{
    private readonly IDataProtector _protector = provider.CreateProtector("Hongyan.Storage.Payload");

    /// <summary>Null for nothing.</summary>
    public byte[]? Protect(ReadOnlyMemory<byte> plaintext) => plaintext.IsEmpty ? null : _protector.Protect(plaintext.ToArray());

    /// <summary>What was protected; empty for nothing.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The key ring of Data Protection is not the one it was protected with.</exception>
    public byte[] Unprotect(byte[]? payload) => payload is null ? [] : _protector.Unprotect(payload);
}
