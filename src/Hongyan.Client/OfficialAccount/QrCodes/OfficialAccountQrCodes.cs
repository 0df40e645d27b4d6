using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>
/// QR codes with a scene (带参数的二维码): whoever scans one follows the account or opens it, and the bot is told by which code. Takes a
/// verified service account (服务号) or a test account.
/// </summary>
public sealed class OfficialAccountQrCodes
{
    private const string Page = "developers.weixin.qq.com/doc/offiaccount/Account_Management/Generating_a_Parametric_QR_Code.html";
    private const string KeyPage = "developers.weixin.qq.com/doc/offiaccount/Account_Management/KEY_Shortener.html";
    private const int MaxPermanentScene = 100_000;
    private const int MaxSceneText = 64;
    private const int MaxLongBytes = 4096;

    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(30);

    private readonly PlatformCalls _calls;
    private readonly OfficialAccountClientOptions _options;

    internal OfficialAccountQrCodes(PlatformCalls calls, OfficialAccountClientOptions options)
    {
        _calls = calls;
        _options = options;
    }

    /// <summary>Makes a code that works for a time, with a number (临时二维码).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Account_Management/Generating_a_Parametric_QR_Code.html. There can be any number of them.</remarks>
    /// <param name="scene">Any number but 0.</param>
    /// <param name="lifetime">1 second to 30 days.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The number is 0, or the time too long or too short.</exception>
    [Endpoint("POST /cgi-bin/qrcode/create")]
    public Task<SceneQrCode> CreateTemporaryAsync(int scene, TimeSpan lifetime, CancellationToken cancellationToken = default)
    {
        if (scene == 0)
            throw new FieldLimitException(nameof(scene), 1, 0, $"{nameof(scene)} is 0; a QR code takes any other number ({Page}).");
        CheckLifetime(nameof(lifetime), lifetime, "a temporary QR code", Page);
        return CreateAsync(new NewSceneWire((long)lifetime.TotalSeconds, "QR_SCENE", new SceneHolderWire(new SceneWire(scene, Text: null))), cancellationToken);
    }

    /// <summary>Makes a code that works for a time, with a text (临时二维码).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Account_Management/Generating_a_Parametric_QR_Code.html. There can be any number of them.</remarks>
    /// <param name="scene">1 to 64 characters.</param>
    /// <param name="lifetime">1 second to 30 days.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The text is empty or too long, or the time too long or too short.</exception>
    [Endpoint("POST /cgi-bin/qrcode/create")]
    public Task<SceneQrCode> CreateTemporaryAsync(string scene, TimeSpan lifetime, CancellationToken cancellationToken = default)
    {
        CheckSceneText(scene);
        CheckLifetime(nameof(lifetime), lifetime, "a temporary QR code", Page);
        return CreateAsync(new NewSceneWire((long)lifetime.TotalSeconds, "QR_STR_SCENE", new SceneHolderWire(new SceneWire(Id: null, scene))), cancellationToken);
    }

    /// <summary>Makes a code that works for ever, with a number (永久二维码).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Account_Management/Generating_a_Parametric_QR_Code.html. An account has 100,000 of them, and none can be deleted.</remarks>
    /// <param name="scene">1 to 100,000.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The number is out of its range.</exception>
    /// <exception cref="PlatformApiException">45029: there are 100,000 already.</exception>
    [Endpoint("POST /cgi-bin/qrcode/create")]
    public Task<SceneQrCode> CreatePermanentAsync(int scene, CancellationToken cancellationToken = default)
    {
        new LimitCheck("a permanent QR code", Page).Range(nameof(scene), scene, 1, MaxPermanentScene);
        return CreateAsync(new NewSceneWire(Seconds: null, "QR_LIMIT_SCENE", new SceneHolderWire(new SceneWire(scene, Text: null))), cancellationToken);
    }

    /// <summary>Makes a code that works for ever, with a text (永久二维码).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Account_Management/Generating_a_Parametric_QR_Code.html. An account has 100,000 of them, and none can be deleted.</remarks>
    /// <param name="scene">1 to 64 characters.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">The text is empty or too long.</exception>
    /// <exception cref="PlatformApiException">45029: there are 100,000 already.</exception>
    [Endpoint("POST /cgi-bin/qrcode/create")]
    public Task<SceneQrCode> CreatePermanentAsync(string scene, CancellationToken cancellationToken = default)
    {
        CheckSceneText(scene);
        return CreateAsync(new NewSceneWire(Seconds: null, "QR_LIMIT_STR_SCENE", new SceneHolderWire(new SceneWire(Id: null, scene))), cancellationToken);
    }

    /// <summary>The address of a code's picture (通过ticket换取二维码), which anybody can open.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Account_Management/Generating_a_Parametric_QR_Code.html. Answered with 404 where the ticket is wrong or too old.</remarks>
    /// <param name="ticket"><see cref="SceneQrCode.Ticket"/>.</param>
    public Uri CreateImageUrl(string ticket)
    {
        ArgumentException.ThrowIfNullOrEmpty(ticket);
        return new Uri(_options.WebBaseAddress ?? new Uri("https://mp.weixin.qq.com"), $"/cgi-bin/showqrcode?ticket={Uri.EscapeDataString(ticket)}");
    }

    /// <summary>Keeps a long text at the platform and gives a short key for it (短key托管), for QR codes that would be too dense.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Account_Management/KEY_Shortener.html</remarks>
    /// <param name="text">Up to 4 KB of UTF-8.</param>
    /// <param name="lifetime">1 second to 30 days; null is 30 days.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The key, 15 characters.</returns>
    /// <exception cref="FieldLimitException">The text is empty or too long, or the time too long or too short.</exception>
    [Endpoint("POST /cgi-bin/shorten/gen")]
    public async Task<string> ShortenAsync(string text, TimeSpan? lifetime = null, CancellationToken cancellationToken = default)
    {
        new LimitCheck("a short key", KeyPage).Required(nameof(text), text, MaxLongBytes);
        CheckLifetime(nameof(lifetime), lifetime ?? LongestLife, "a short key", KeyPage);
        var answer = await _calls.ChangeAsync(
            "/cgi-bin/shorten/gen", new ShortKeyWire { Text = text, Seconds = (long)(lifetime ?? LongestLife).TotalSeconds },
            OfficialAccountQrCodesJson.Default.ShortKeyWire, OfficialAccountQrCodesJson.Default.ShortKeyWire, cancellationToken).ConfigureAwait(false);
        return string.IsNullOrEmpty(answer.Key) ? throw new JsonException("The answer has no short_key.") : answer.Key;
    }

    /// <summary>Gives the text of a short key (还原短key).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Account_Management/KEY_Shortener.html</remarks>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlatformApiException">There is no such key, or its time is over.</exception>
    [Endpoint("POST /cgi-bin/shorten/fetch")]
    public Task<ShortKeyContent> ExpandAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return _calls.ReadAsync(
            "/cgi-bin/shorten/fetch", new ShortKeyWire { Key = key }, OfficialAccountQrCodesJson.Default.ShortKeyWire,
            OfficialAccountQrCodesJson.Default.ShortKeyContent, cancellationToken);
    }

    // A code more than was asked for harms nobody, but permanent ones are counted.
    private Task<SceneQrCode> CreateAsync(NewSceneWire scene, CancellationToken cancellationToken) => _calls.ChangeAsync(
        "/cgi-bin/qrcode/create", scene, OfficialAccountQrCodesJson.Default.NewSceneWire, OfficialAccountQrCodesJson.Default.SceneQrCode, cancellationToken);

    private static void CheckSceneText(string scene)
    {
        var check = new LimitCheck("a QR code", Page);
        check.Required(nameof(scene), scene);
        check.Characters(nameof(scene), scene, MaxSceneText);
    }

    private static void CheckLifetime(string field, TimeSpan lifetime, string subject, string page) =>
        new LimitCheck(subject, page).Range($"{field} (seconds)", Math.Floor(lifetime.TotalSeconds), 1, LongestLife.TotalSeconds);
}
