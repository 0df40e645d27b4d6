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
        40003 => "No member has this userid, or it is malformed: 1 to 64 of letters, digits and _-@., beginning with a letter or digit.",
        40004 => "The platform does not take this kind of file: pictures are JPG or PNG, voice is AMR, video is MP4.",
        40005 => "The type must be image, voice, video or file.",
        40006 => "The file is too large or not larger than 5 bytes: pictures and video take 10 MB, voice 2 MB, other files 20 MB.",
        40007 => "The media id is unknown here: it is older than three days, or another corp's. Upload the file again.",
        40008 => "The platform has no message of this msgtype here.",
        40013 => "The corp id is wrong; it is at 我的企业 → 企业信息 → 企业ID.",
        40014 => "The access token is not one of this corp, and a fresh one was refused as well: compare CorpId, AgentId and Secret, and ApiBaseAddress.",
        40029 or 42003 or 42022 => "The code was used before or is older than five minutes: send the person through the sign-in again, and exchange each code once.",
        40050 => "No app chat has this chatid; the corp's own groups and other corps' groups cannot be reached.",
        40056 => "The corp has no application with this AgentId: 应用管理 → the application → AgentId.",
        40058 => "A parameter is missing, malformed or too long; the platform's text names it.",
        40074 => "News cannot be confidential: leave Safe out, or send HostedNewsPush.",
        40091 => "The secret is another corp's: compare 我的企业 → 企业ID and 应用管理 → the application → Secret.",
        40096 => "No customer has this external userid, or it is another corp's or another application's.",
        41001 => "The access token did not arrive; a proxy may have removed the query of the URL.",
        41002 => "The corp id did not arrive: set CorpId (我的企业 → 企业信息 → 企业ID).",
        41004 => "The secret did not arrive: set Secret (应用管理 → the application → Secret).",
        42001 => "The access token has expired, and a fresh one was refused as well; if it stays so, the platform and ApiBaseAddress do not belong together.",
        41050 => "The welcome code is older than 20 seconds or was used: send the welcome message at once, and once.",
        >= 42014 and <= 42051 => "The card lacks something or has too much of it; the platform's text names the field.",
        43004 => "The member has not linked WeChat (微信插件).",
        43012 => "Cards with buttons need a callback URL: 应用管理 → the application → 接收消息.",
        44001 => "The file arrived empty.",
        44004 => "The text is empty.",
        45001 => "The file is too large: pictures and video take 10 MB, voice 2 MB, other files 20 MB.",
        45002 => "The message is too long; the platform's page has the limit in bytes of UTF-8.",
        45009 => "Too many calls. The block lasts as long as the limit's window: a minute, an hour or a day; wrong secrets block the address for an hour.",
        45033 => "Too many calls at the same time; send fewer at once.",
        48002 => "The application may not call this API. Customers and customer service need it in the list 可调用接口的应用 (客户联系 or 微信客服 → API); changing contacts needs the secret of 管理工具 → 通讯录同步.",
        50001 => "The page's domain is not trusted: 应用管理 → the application → 网页授权及JS-SDK → 可信域名, port included.",
        50002 => "The member is outside the application's visible range: 应用管理 → the application → 可见范围.",
        50003 => "The application is stopped: 应用管理 → the application → 启用.",
        60011 => "The application may not see or change this member, department or tag: 应用管理 → the application → 可见范围; changing contacts needs the secret of 管理工具 → 通讯录同步.",
        60020 => Untrusted(message),
        60021 => "The member is outside the application's visible range: 应用管理 → the application → 可见范围.",
        60111 => "No member has this userid.",
        60140 => "The response code is used up or older than 72 hours; each serves for one update.",
        81013 => "None of the receivers can be reached: they do not exist, or are outside 应用管理 → the application → 可见范围.",
        82001 => "The message has no receiver.",
        84061 => "The member does not have this customer (客户).",
        86001 => "The chatid is malformed: 1 to 32 letters and digits.",
        86003 => "No app chat has this chatid.",
        86008 => "Another application made this app chat; only that one can use it.",
        93000 => "The webhook address is wrong or was withdrawn: copy it again from the group → 群机器人 (消息推送).",
        93004 => "The group robot is switched off.",
        93008 => "The group robot is no longer in the group.",
        95001 => "Five messages answer one message of the customer; wait for the next.",
        95002 => "The customer wrote more than 48 hours ago; only a new message of theirs opens the conversation again.",
        95018 => "In this state of the session the API cannot send: a servicer has it, it waits in the queue, it has ended, or 48 hours have passed. Move it with the state call first.",
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
