using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Hongyan.Storage.Tests;

public sealed class PayloadProtectorTests
{
    private readonly EphemeralDataProtectionProvider _keys = new();

    [Fact]
    public void Unprotect_InAnotherProcessWithTheSameKeys_GivesWhatWasProtected()
    {
        using var first = new PayloadProtector(_keys);
        using var second = new PayloadProtector(_keys);
        var payload = first.Protect("你好"u8.ToArray());

        Assert.Equal("你好", Encoding.UTF8.GetString(second.Unprotect(payload)));
        Assert.NotEqual(payload, first.Protect("你好"u8.ToArray()));
        Assert.Null(first.Protect(ReadOnlyMemory<byte>.Empty));
        Assert.Empty(first.Unprotect(null));
    }

    [Fact]
    public void Rent_ArrayThatHeldSomethingElse_GivesWhatWasProtected()
    {
        using var protector = new PayloadProtector(_keys);

        foreach (var text in new[] { new string('一', 200), "你好", "再见" })
        {
            using var payload = protector.Rent(Encoding.UTF8.GetBytes(text));

            Assert.Equal(text, Encoding.UTF8.GetString(protector.Unprotect(payload.Array![..payload.Length])));
            payload.Array!.AsSpan().Fill(0xFF);
        }
        Assert.Null(protector.Rent(ReadOnlyMemory<byte>.Empty).Array);
    }

    [Theory]
    [InlineData("问", "答")]
    [InlineData("问", "")]
    [InlineData("", "答")]
    public void Rent_Two_GivesEach(string first, string second)
    {
        using var protector = new PayloadProtector(_keys);
        using var rented = protector.Rent(Encoding.UTF8.GetBytes(first), Encoding.UTF8.GetBytes(second));
        var payload = rented.Array![..rented.Length];

        Assert.Equal(first, Encoding.UTF8.GetString(protector.Unprotect(payload)));
        Assert.Equal(second, Encoding.UTF8.GetString(protector.UnprotectSecond(payload)));
    }

    [Fact]
    public void UnprotectSecond_OfOne_IsEmpty()
    {
        using var protector = new PayloadProtector(_keys);

        Assert.Empty(protector.UnprotectSecond(protector.Protect("你好"u8.ToArray())));
        Assert.Empty(protector.UnprotectSecond(null));
        Assert.Empty(protector.UnprotectSecond([1]));
    }

    [Fact]
    public void Unprotect_AnyByteOfTwoChangedOrCutOff_Throws()
    {
        using var protector = new PayloadProtector(_keys);
        using var rented = protector.Rent("问"u8.ToArray(), "答"u8.ToArray());
        var payload = rented.Array![..rented.Length];

        for (var at = 0; at < payload.Length; at++)
        {
            for (var bit = 1; bit < 256; bit <<= 1)
            {
                var changed = payload.ToArray();
                changed[at] ^= (byte)bit;
                Assert.ThrowsAny<CryptographicException>(() => protector.Unprotect(changed));
            }
            Assert.ThrowsAny<CryptographicException>(() => protector.Unprotect(payload[..at]));
        }
    }

    [Fact]
    public void Unprotect_AnyByteChangedOrCutOff_Throws()
    {
        using var protector = new PayloadProtector(_keys);
        var payload = protector.Protect("你好"u8.ToArray())!;

        for (var at = 0; at < payload.Length; at++)
        {
            var changed = payload.ToArray();
            changed[at] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => protector.Unprotect(changed));
            Assert.ThrowsAny<CryptographicException>(() => protector.Unprotect(payload[..at]));
        }
    }

    [Fact]
    public void Unprotect_WithOtherKeys_Throws()
    {
        using var first = new PayloadProtector(_keys);
        using var stranger = new PayloadProtector(new EphemeralDataProtectionProvider());

        Assert.ThrowsAny<CryptographicException>(() => stranger.Unprotect(first.Protect("你好"u8.ToArray())));
    }
}
