using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using QRCoder;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>/cgi-bin/qrcode/create, showqrcode and shorten/…: QR codes with a scene, and short keys.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Account_Management/Generating_a_Parametric_QR_Code.html and KEY_Shortener.html.</remarks>
internal static class SceneCodeApi
{
    private const int MaxSeconds = 2_592_000;
    private const int UsualSeconds = 30;
    private const int MaxPermanentId = 100_000;
    private const int MaxSceneText = 64;
    private const int MaxLongBytes = 4096;
    private const int PixelsPerModule = 8;

    public static void Map(OfficialAccountCalls api)
    {
        api.Call("POST /qrcode/create", Access.VerifiedService, Create);
        // On the real platform it is at mp.weixin.qq.com, and takes no token there either.
        api.CallWithoutToken("GET /showqrcode", Show);
        api.Call("POST /shorten/gen", Access.VerifiedService, Shorten);
        api.Call("POST /shorten/fetch", Access.VerifiedService, Lengthen);
    }

    private static ApiAnswer Create(ApiRequest request, SceneCodes codes)
    {
        var action = request.Body.Text("action_name");
        if (action is not ("QR_SCENE" or "QR_STR_SCENE" or "QR_LIMIT_SCENE" or "QR_LIMIT_STR_SCENE"))
            return ApiAnswer.Failed(OfficialAccountErrors.Parameter);
        var isPermanent = action.Contains("LIMIT", StringComparison.Ordinal);
        var given = request.Body.Object("action_info")?.Object("scene");
        if (ReadScene(given, ofText: action.Contains("STR", StringComparison.Ordinal), isPermanent) is not { } scene)
            return ApiAnswer.Failed(OfficialAccountErrors.Parameter);
        var seconds = request.Body.Number("expire_seconds") ?? UsualSeconds;
        if (!isPermanent && seconds is < 1 or > MaxSeconds)
            return ApiAnswer.Failed(OfficialAccountErrors.Parameter);

        if (codes.Create(request.Account, scene, isPermanent ? null : TimeSpan.FromSeconds(seconds)) is not { } code)
            return ApiAnswer.Failed(OfficialAccountErrors.TooManyCodes);
        List<(string, JsonNode?)> fields = [("ticket", code.Ticket), ("url", code.Url)];
        if (!isPermanent)
            fields.Insert(1, ("expire_seconds", seconds));
        return ApiAnswer.Bare([.. fields]);
    }

    private static IResult Show(ApiRequest request, SceneCodes codes)
    {
        if (request.Query("ticket") is not { } ticket || codes.Find(ticket) is not { } code)
            return TypedResults.NotFound();
        using var data = QRCodeGenerator.GenerateQrCode(code.Url, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(data);
        return TypedResults.Bytes(picture.GetGraphic(PixelsPerModule), "image/png");
    }

    private static ApiAnswer Shorten(ApiRequest request, ShortKeys keys)
    {
        var seconds = request.Body.Number("expire_seconds") ?? MaxSeconds;
        return request.Body.Text("long_data") is { Length: > 0 } text && Encoding.UTF8.GetByteCount(text) <= MaxLongBytes && seconds is >= 1 and <= MaxSeconds
            ? ApiAnswer.Ok(("short_key", keys.Create(request.Account, text, TimeSpan.FromSeconds(seconds))))
            : ApiAnswer.Failed(OfficialAccountErrors.Parameter);
    }

    private static ApiAnswer Lengthen(ApiRequest request, ShortKeys keys) =>
        keys.Find(request.Account, request.Body.Text("short_key") ?? "") is { } found
            ? ApiAnswer.Ok(
                ("long_data", found.Text), ("create_time", found.Created.ToUnixTimeSeconds()), ("expire_seconds", (long)found.Left.TotalSeconds))
            : ApiAnswer.Failed(OfficialAccountErrors.Parameter);

    private static string? ReadScene(JsonObject? given, bool ofText, bool isPermanent)
    {
        if (ofText)
            return given?.Text("scene_str") is { Length: > 0 and <= MaxSceneText } text ? text : null;
        return given?.Number("scene_id") is { } id && id != 0 && id is >= int.MinValue and <= uint.MaxValue && (!isPermanent || id is >= 1 and <= MaxPermanentId)
            ? id.ToString(CultureInfo.InvariantCulture)
            : null;
    }
}
