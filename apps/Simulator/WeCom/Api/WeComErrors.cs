namespace Hongyan.Simulator.WeCom;

/// <summary>The errors of 企业微信's API that many calls share.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90313.</remarks>
internal static class WeComErrors
{
    /// <summary>The platform is busy (系统繁忙).</summary>
    public static readonly ApiError Busy = new(-1, "system error");

    /// <summary>The secret is wrong (不合法的secret).</summary>
    public static readonly ApiError WrongSecret = new(40001, "invalid credential");

    /// <summary>The content is not what the type asks for.</summary>
    public static readonly ApiError MediaType = new(40004, "invalid media type");

    /// <summary>type is none of image, voice, video, file.</summary>
    public static readonly ApiError TypeParameter = new(40005, "invalid file type");

    /// <summary>The file is not larger than five bytes.</summary>
    public static readonly ApiError FileTooSmall = new(40006, "invalid media size");

    /// <summary>No such media id, or its three days are over.</summary>
    public static readonly ApiError WrongMediaId = new(40007, "invalid media_id");

    /// <summary>The picture is too large.</summary>
    public static readonly ApiError ImageSize = new(40009, "invalid image size");

    /// <summary>No such company.</summary>
    public static readonly ApiError WrongCorpId = new(40013, "invalid corpid");

    /// <summary>The token was never issued, or was revoked.</summary>
    public static readonly ApiError WrongToken = new(40014, "invalid access_token");

    /// <summary>The body is no JSON object, or a field has another type.</summary>
    public static readonly ApiError WrongJson = new(40058, "Warning: wrong json format. Invalid input invalid Request Parameter");

    /// <summary>The secret belongs to another company.</summary>
    public static readonly ApiError ForeignSecret = new(40091, "invalid corpsecret");

    /// <summary>The picture is neither JPG nor PNG.</summary>
    public static readonly ApiError ImageFormat = new(40123, "invalid image format");

    /// <summary>access_token is missing.</summary>
    public static readonly ApiError NoToken = new(41001, "access_token missing");

    /// <summary>corpid is missing.</summary>
    public static readonly ApiError NoCorpId = new(41002, "corpid missing");

    /// <summary>corpsecret is missing.</summary>
    public static readonly ApiError NoSecret = new(41004, "corpsecret missing");

    /// <summary>media_id is missing.</summary>
    public static readonly ApiError NoMediaId = new(41006, "media_id missing");

    /// <summary>The token's two hours are over.</summary>
    public static readonly ApiError ExpiredToken = new(42001, "access_token expired");

    /// <summary>The call is a GET.</summary>
    public static readonly ApiError NotGet = new(43001, "require GET method");

    /// <summary>The call is a POST.</summary>
    public static readonly ApiError NotPost = new(43002, "require POST method");

    /// <summary>There is no file in the body, or it is empty.</summary>
    public static readonly ApiError NoMedia = new(44001, "empty media data");

    /// <summary>A file that is no picture is too large.</summary>
    public static readonly ApiError MediaTooLarge = new(45001, "media size out of limit");

    /// <summary>The voice lasts longer than 60 seconds.</summary>
    public static readonly ApiError VoiceTooLong = new(45007, "playtime out of limit");

    /// <summary>Too many calls in this span of time.</summary>
    public static readonly ApiError TooOften = new(45009, "api freq out of limit");

    /// <summary>Too many calls at the same time.</summary>
    public static readonly ApiError TooManyAtOnce = new(45033, "api concurrent out of limit");

    /// <summary>The secret is not let into this part of the API.</summary>
    public static readonly ApiError Forbidden = new(48002, "api forbidden");

    /// <summary>The caller's address is not among the trusted ones (企业可信IP).</summary>
    public static readonly ApiError UntrustedAddress = new(60020, "not allow to access from your ip");

    /// <summary>The voice is no AMR.</summary>
    public static readonly ApiError VoiceFormat = new(301017, "voice file only support amr like myvoice.amr");
}
