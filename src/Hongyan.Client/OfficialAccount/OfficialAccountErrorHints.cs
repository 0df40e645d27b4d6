using System.Net;
using System.Text.RegularExpressions;

namespace Hongyan.OfficialAccount;

/// <summary>What to do about the codes that users of an Official Account meet, with the page of its console by its Chinese name.</summary>
/// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html</remarks>
internal static partial class OfficialAccountErrorHints
{
    /// <summary>The hint for a code, or null.</summary>
    /// <param name="code">The platform's <c>errcode</c>.</param>
    /// <param name="message">The platform's <c>errmsg</c>; it tells the address that a 40164 came from.</param>
    public static string? For(int code, string message) => code switch
    {
        -1 => "The platform is busy; try again in a moment.",
        40001 => "The secret does not fit the app id, or the token was replaced and a fresh one was refused as well: compare AppID and AppSecret at 设置与开发 → 基本配置, and look for another program that forces new tokens.",
        40002 => "The grant type is wrong; the client sends client_credential, so a proxy may have changed the call.",
        40003 => "No follower has this open id: it is another account's, or a person's who has never followed this one.",
        40004 => "The platform does not take this kind of material: pictures are JPG, PNG or GIF, voice is AMR or MP3, video is MP4, a thumb is JPG.",
        40005 or 40006 or 45001 => "The file is too large: pictures and video take 10 MB, voice 2 MB, a thumb 64 KB.",
        40007 => "The media id is unknown here: it is older than three days, or another account's. Upload the file again.",
        40008 => "The platform has no message of this msgtype here.",
        40013 => "The app id is wrong: 设置与开发 → 基本配置 → 开发者ID (AppID).",
        40014 => "The access token is not one of this account, and a fresh one was refused as well: compare AppId and Secret, and ApiBaseAddress.",
        40060 => "There is no article of this number: articles count from 1, in a change of a draft from 0.",
        40130 => "A mass send by open ids takes at least two of them.",
        40132 => "Nobody has this WeChat name (微信号); an open id is another thing.",
        40029 => "The code of the sign-in is made up or another account's; send the browser once more.",
        40030 => "The refresh token is unknown: it is another account's, or its 30 days are over. The person has to sign in again.",
        40031 => "The list of OpenIDs is empty, or is no list.",
        40032 => "The list of OpenIDs is too long: 50 for tags, 20 for the blacklist, 100 for reading, 10000 for a mass send.",
        40035 => "A parameter is missing or has a value that the platform does not take, such as the id of something that it does not know.",
        40125 => "The secret is wrong: 设置与开发 → 基本配置 → AppSecret; after a reset only the new one counts.",
        40163 => "The code of the sign-in has been used: a page was loaded twice, or two programs answer it. Send the browser once more.",
        40164 => Untrusted(message),
        40243 => "The AppSecret is frozen: its owner can thaw it at 设置与开发 → 基本配置.",
        41001 => "The access token did not arrive; a proxy may have removed the query of the URL.",
        41002 => "The app id did not arrive: set AppId (设置与开发 → 基本配置).",
        41004 => "The secret did not arrive: set Secret (设置与开发 → 基本配置 → AppSecret).",
        42001 => "The access token has expired, and a fresh one was refused as well; if it stays so, the platform and ApiBaseAddress do not belong together.",
        42002 => "The refresh token's 30 days are over; the person has to sign in again.",
        42003 => "The code of the sign-in is older than five minutes; send the browser once more.",
        43004 or 50005 => "The person does not follow the account.",
        43019 => "The person is on the account's blacklist (黑名单).",
        44004 => "The text is empty.",
        45002 or 45003 or 45004 => "The message is too long; the platform counts bytes of UTF-8.",
        45008 => "There are too many articles: a customer message takes one, a draft eight.",
        45009 => "The quota of the day is used up; it begins anew at midnight, or a verified account clears it (设置与开发 → 接口权限), ten times a month.",
        45010 => "There are as many conditional menus as the account may have today.",
        45011 => "Too many calls in this minute; slow down.",
        45028 => "The mass sends are used up: a subscription account has one a day, a send to all is allowed once a day and four times a month, the console's included. The day begins anew at midnight, Beijing time.",
        45065 => "A mass send with this clientmsgid was taken within 24 hours; nothing was sent again.",
        45066 => "The same clientmsgid came again within a minute; wait a minute, and the answer tells whether the first was taken.",
        45067 => "clientmsgid has more than 64 bytes.",
        45074 => "There are as many permanent materials as may be (100000 pictures, 1000 recordings, 1000 videos); delete some.",
        45083 or 45084 => "The speed of mass messages is 0 to 4.",
        45110 => "The author's name is too long.",
        45109 or 45103 => "The platform has withdrawn this call; articles are drafts now.",
        45015 => "The person did nothing that allows a message: it is more than 48 hours since they wrote, or a minute since they clicked, scanned or followed, or they have left. They have to write first.",
        45029 => "The account has 100,000 permanent QR codes, and none can be deleted; use temporary ones.",
        45047 => "The messages that the person's last action allows are used up: five after a message, three after a click, a scan or following. They have to write first.",
        45056 => "The account has 100 tags; delete one first.",
        45057 => "More than 100,000 followers have the tag; take it from them first.",
        45058 => "The tag is one of the platform's own and cannot be changed.",
        45059 => "One of the people has 20 tags already.",
        45072 => "The command must be Typing or CancelTyping.",
        45080 => "Typing can be shown only within 30 seconds of a message to or from the person.",
        45081 => "The person is shown that somebody types already.",
        45086 => "A link to a mini program in the text has an app id that is not linked to the account.",
        45087 => "Customer messages of this account are blocked.",
        45157 => "Another tag has this name, or it is empty.",
        45158 => "The name of a tag has 30 bytes at most, ten Chinese characters.",
        45159 => "There is no such tag, or it is another account's.",
        46003 => "The account has no menu.",
        48001 => "The account has no right to this API: customer messages, media and most others take the platform's verification (微信认证); see 设置与开发 → 接口权限.",
        48002 => "The person has switched the account's messages off.",
        48003 => "The account's administrator has to accept the terms of mass messages in the console first.",
        48005 => "The material is used by the menu or an automatic answer, so it cannot be deleted.",
        48004 => "This API is blocked for the account because of a violation; the account's 通知中心 tells which.",
        48006 => "The quotas have been cleared ten times this month, those in the console included.",
        48008 => "The account may not send messages of this type.",
        49003 => "One of the OpenIDs is another account's, or of somebody who does not follow this one.",
        50002 => "The account is restricted; its 通知中心 tells why.",
        50004 => "The account may not ask for tokens.",
        50007 => "The account is frozen.",
        53503 => "The draft did not pass the checks of publishing; open it in the console (草稿箱), which tells why.",
        53504 or 53505 => "The draft has to be opened and saved in the console (草稿箱) first.",
        53600 => "There is no publication of this article_id.",
        65400 => "Customer service is not switched on: 公众号后台 → 客服.",
        65401 => "There is no such customer service account (kf_account).",
        65301 => "There is no conditional menu of this id.",
        65303 => "The account needs a menu for everybody before one for some.",
        65304 => "The rule of a conditional menu is empty: name a tag or a device.",
        65402 => "The customer service account has no WeChat bound to it yet; invite one.",
        65403 => "The nickname is empty or longer than 16 characters.",
        65404 => "The name of a customer service account is letters and digits, at most ten, then @ and the account's WeChat id.",
        65405 => "The account has as many customer service accounts as it may have.",
        65406 => "There is a customer service account of this name.",
        65407 => "This WeChat serves the account already.",
        65408 or 65411 => "This WeChat has an invitation that is not yet answered.",
        65409 => "There is no such WeChat.",
        65412 => "The customer service account is bound to a WeChat already.",
        65413 => "The person has no session with a servicer.",
        65414 => "Another servicer is in a session with the person.",
        65415 => "The servicer is not online: they have to sign in to 客服 first.",
        65416 => "A parameter of the records' query is not taken: at most 24 hours, msgid from 1, number up to 10,000.",
        65417 => "The records can be read for 24 hours at a time.",
        61500 => "A date is not YYYY-MM-DD.",
        61501 => "The days are too many for this statistic, in the wrong order, or not yet over: the last day there can be is yesterday.",
        76001 or 76002 => "Nothing is known of this rid: take what stands behind 'rid:' in the message, within seven days.",
        76003 => "The call of this rid was another account's.",
        76021 => "There is no endpoint at this path; it begins with / and has neither host nor query.",
        76022 => "Calls of this endpoint are not counted for the account.",
        89503 => "The account's administrator has to confirm the call from this address; a message has gone to their phone.",
        89506 or 89507 => "The account's administrator has refused calls from this address; ask them, and try again after a day (89506) or an hour (89507).",
        _ => null,
    };

    private static string Untrusted(string message)
    {
        var address = AddressInMessage().Match(message).Groups[1].Value.TrimEnd('.');
        var which = IPAddress.TryParse(address, out _) ? address : "this machine's public address";
        return $"Add {which} at 设置与开发 → 基本配置 → IP白名单.";
    }

    [GeneratedRegex(@"invalid ip ([0-9a-fA-F.:]{3,45})", RegexOptions.CultureInvariant)]
    private static partial Regex AddressInMessage();
}
