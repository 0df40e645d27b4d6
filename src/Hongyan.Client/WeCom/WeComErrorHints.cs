using System.Net;
using System.Text.RegularExpressions;

namespace Hongyan.WeCom;

/// <summary>What to do about the codes that users of WeCom meet, with the page of the admin console by its Chinese name.</summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/90313</remarks>
internal static partial class WeComErrorHints
{
    /// <summary>The hint for a code, or null.</summary>
    /// <param name="code">The platform's <c>errcode</c>.</param>
    /// <param name="message">The platform's <c>errmsg</c>; it tells the address that a 60020 came from.</param>
    public static string? For(int code, string message) => code switch
    {
        -1 => "The platform is busy; try again in a moment.",
        40001 => "The secret does not fit the corp id, or the application is stopped: compare 我的企业 → 企业ID and 应用管理 → the application → Secret.",
        40004 => "The platform does not take this kind of file: pictures are JPG or PNG, voice is AMR, video is MP4.",
        40005 => "The type must be image, voice, video or file.",
        40006 => "The file is too large or not larger than 5 bytes: pictures and video take 10 MB, voice 2 MB, other files 20 MB.",
        40007 => "The media id is unknown here: it is older than three days, or another corp's. Upload the file again.",
        40013 => "The corp id is wrong; it is at 我的企业 → 企业信息 → 企业ID.",
        40014 => "The access token is not one of this corp, and a fresh one was refused as well: compare CorpId, AgentId and Secret, and ApiBaseAddress.",
        40058 => "A parameter is missing or malformed; the platform's text names it.",
        40091 => "The secret is another corp's: compare 我的企业 → 企业ID and 应用管理 → the application → Secret.",
        41001 => "The access token did not arrive; a proxy may have removed the query of the URL.",
        41002 => "The corp id did not arrive: set CorpId (我的企业 → 企业信息 → 企业ID).",
        41004 => "The secret did not arrive: set Secret (应用管理 → the application → Secret).",
        42001 => "The access token has expired, and a fresh one was refused as well; if it stays so, the platform and ApiBaseAddress do not belong together.",
        44001 => "The file arrived empty.",
        45001 => "The file is too large: pictures and video take 10 MB, voice 2 MB, other files 20 MB.",
        45009 => "Too many calls. The block lasts as long as the limit's window: a minute, an hour or a day; wrong secrets block the address for an hour.",
        48002 => "The application may not call this API. Customers and customer service need it in the list 可调用接口的应用 (客户联系 or 微信客服 → API); changing contacts needs the secret of 管理工具 → 通讯录同步.",
        50003 => "The application is stopped: 应用管理 → the application → 启用.",
        60020 => Untrusted(message),
        301002 => "The token belongs to another application: AgentId and Secret must be of the same one (应用管理 → the application).",
        301017 => "Voice must be AMR; convert it first, for instance with ffmpeg.",
        _ => null,
    };

    private static string Untrusted(string message)
    {
        var address = AddressInMessage().Match(message).Groups[1].Value.TrimEnd('.');
        var which = IPAddress.TryParse(address, out _) ? address : "this machine's public address";
        return $"Add {which} at 应用管理 → the application → 企业可信IP; it counts after a minute.";
    }

    [GeneratedRegex(@"from ip: ([0-9a-fA-F.:]{3,45})", RegexOptions.CultureInvariant)]
    private static partial Regex AddressInMessage();
}
