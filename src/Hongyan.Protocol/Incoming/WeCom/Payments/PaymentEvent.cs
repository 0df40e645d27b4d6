using System.Buffers.Text;
using System.Globalization;

namespace Hongyan.WeCom;

/// <summary>
/// A payment or a refund through a mini program succeeded (小程序接入对外收款：支付通知、退款通知). What was paid is encrypted once more.
/// </summary>
/// <remarks>
/// https://developer.work.weixin.qq.com/document/path/97478. The content is AES-256-GCM (<see cref="Ciphertext"/>, <see cref="Nonce"/>,
/// <see cref="AssociatedData"/>) under a key of the payment's own settings, which this library does not know.
/// </remarks>
public sealed record PaymentEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public PaymentEvent()
    {
    }

    internal PaymentEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var resource = payload.Children("resource"u8);
        NotificationId = payload.Text("id"u8);
        NotificationType = payload.Text("notify_type"u8);
        EventType = payload.Text("event_type"u8);
        ResourceType = payload.Text("resource_type"u8);
        Algorithm = resource.Text("algorithm"u8);
        Ciphertext = resource.Text("ciphertext"u8);
        AssociatedData = resource.Text("associated_data"u8);
        Nonce = resource.Text("nonce"u8);
        Summary = payload.Text("summary"u8);
        CreatedAt = ReadMoment(payload) ?? CreatedAt;
    }

    /// <summary>The notification's own id; the same when it is sent again.</summary>
    public string NotificationId { get; init; } = "";

    /// <summary>The kind of payment: <c>NORMALPAY</c> … (notify_type); empty where the platform leaves it out.</summary>
    public string NotificationType { get; init; } = "";

    /// <summary>What happened: <c>TRANSACTION.SUCCESS</c>, <c>REFUND.SUCCESS</c> … (event_type).</summary>
    public string EventType { get; init; } = "";

    /// <summary>What the content is: <c>encrypt-resource</c>.</summary>
    public string ResourceType { get; init; } = "";

    /// <summary>How the content is encrypted: <c>AEAD_AES_256_GCM</c>.</summary>
    public string Algorithm { get; init; } = "";

    /// <summary>The encrypted content, in base64.</summary>
    public string Ciphertext { get; init; } = "";

    /// <summary>What was authenticated with it; may be empty.</summary>
    public string AssociatedData { get; init; } = "";

    /// <summary>The nonce of the encryption.</summary>
    public string Nonce { get; init; } = "";

    /// <summary>What happened, in words (支付成功).</summary>
    public string Summary { get; init; } = "";

    /// <summary>When it was made, as in <c>2023-11-15T07:00:00+08:00</c>; null where the platform leaves it out.</summary>
    private static DateTimeOffset? ReadMoment(in Protocol.PayloadFields payload)
    {
        // The quick parser wants parts of a second.
        if (payload.TryGetRun("create_time"u8, out var run) && run.Length == 25)
        {
            Span<byte> whole = stackalloc byte[33];
            run[..19].CopyTo(whole);
            ".0000000"u8.CopyTo(whole[19..]);
            run[19..].CopyTo(whole[27..]);
            if (Utf8Parser.TryParse(whole, out DateTimeOffset moment, out var read, 'O') && read == whole.Length)
                return moment;
        }
        return DateTimeOffset.TryParse(payload.Text("create_time"u8), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var other) ? other : null;
    }
}
