namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The errors of 公众号's API.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html.</remarks>
internal static class OfficialAccountErrors
{
    /// <summary>The platform is busy.</summary>
    public static readonly ApiError Busy = new(-1, "system error");

    /// <summary>The token was replaced by a newer one.</summary>
    public static readonly ApiError ReplacedToken = new(40001, "invalid credential, access_token is invalid or not latest");

    /// <summary>grant_type is not client_credential.</summary>
    public static readonly ApiError GrantType = new(40002, "invalid grant_type");

    /// <summary>No such OpenID at this account.</summary>
    public static readonly ApiError OpenId = new(40003, "invalid openid");

    /// <summary>type is none of image, voice, video, thumb.</summary>
    public static readonly ApiError MediaType = new(40004, "invalid media type");

    /// <summary>The file is not what its type asks for.</summary>
    public static readonly ApiError FileType = new(40005, "invalid file type");

    /// <summary>No such media_id, or its three days are over.</summary>
    public static readonly ApiError MediaId = new(40007, "invalid media_id");

    /// <summary>msgtype is none that can be sent.</summary>
    public static readonly ApiError MessageType = new(40008, "invalid message type");

    /// <summary>The picture is too large.</summary>
    public static readonly ApiError ImageSize = new(40009, "invalid image size");

    /// <summary>The voice is too large.</summary>
    public static readonly ApiError VoiceSize = new(40010, "invalid voice size");

    /// <summary>The video is too large.</summary>
    public static readonly ApiError VideoSize = new(40011, "invalid video size");

    /// <summary>The thumbnail is too large.</summary>
    public static readonly ApiError ThumbSize = new(40012, "invalid thumb size");

    /// <summary>No such account.</summary>
    public static readonly ApiError AppId = new(40013, "invalid appid");

    /// <summary>The token was never issued.</summary>
    public static readonly ApiError WrongToken = new(40014, "invalid access_token");

    /// <summary>More than three entries, or none.</summary>
    public static readonly ApiError MenuSize = new(40016, "invalid button size");

    /// <summary>The secret is wrong.</summary>
    public static readonly ApiError Secret = new(40125, "invalid appsecret");

    /// <summary>The caller's address is not among the trusted ones (IP白名单).</summary>
    public static readonly ApiError UntrustedAddress = new(40164, "invalid ip 127.0.0.1 ipv6 ::ffff:127.0.0.1, not in whitelist");

    /// <summary>access_token is missing.</summary>
    public static readonly ApiError NoToken = new(41001, "access_token missing");

    /// <summary>appid is missing.</summary>
    public static readonly ApiError NoAppId = new(41002, "appid missing");

    /// <summary>secret is missing.</summary>
    public static readonly ApiError NoSecret = new(41004, "appsecret missing");

    /// <summary>There is no file in the body.</summary>
    public static readonly ApiError NoMedia = new(41005, "media data missing");

    /// <summary>media_id is missing.</summary>
    public static readonly ApiError NoMediaId = new(41006, "media_id missing");

    /// <summary>openid is missing.</summary>
    public static readonly ApiError NoOpenId = new(41009, "missing openid");

    /// <summary>A list of OpenIDs is empty or none.</summary>
    public static readonly ApiError OpenIdList = new(40031, "invalid openid list");

    /// <summary>A list of OpenIDs is too long.</summary>
    public static readonly ApiError OpenIdListSize = new(40032, "invalid openid list size");

    /// <summary>A parameter is missing or has a value that is none.</summary>
    public static readonly ApiError Parameter = new(40035, "invalid parameter");

    /// <summary>A list is empty.</summary>
    public static readonly ApiError EmptyList = new(44005, "empty list size");

    /// <summary>The token's two hours are over.</summary>
    public static readonly ApiError ExpiredToken = new(42001, "access_token expired");

    /// <summary>The call is a GET.</summary>
    public static readonly ApiError NotGet = new(43001, "require GET method");

    /// <summary>The call is a POST.</summary>
    public static readonly ApiError NotPost = new(43002, "require POST method");

    /// <summary>Whoever it is does not follow the account.</summary>
    public static readonly ApiError NotFollowed = new(43004, "require subscribe");

    /// <summary>The file is empty.</summary>
    public static readonly ApiError EmptyMedia = new(44001, "empty media data");

    /// <summary>There is no body.</summary>
    public static readonly ApiError EmptyBody = new(44002, "empty post data");

    /// <summary>There are no articles.</summary>
    public static readonly ApiError EmptyNews = new(44003, "empty news data");

    /// <summary>The text is empty.</summary>
    public static readonly ApiError EmptyText = new(44004, "empty content");

    /// <summary>The text is too long.</summary>
    public static readonly ApiError ContentSize = new(45002, "content size out of limit");

    /// <summary>The voice lasts longer than 60 seconds.</summary>
    public static readonly ApiError PlayTime = new(45007, "playtime out of limit");

    /// <summary>More articles than a customer message holds.</summary>
    public static readonly ApiError ArticleSize = new(45008, "article size out of limit");

    /// <summary>Too many calls in a day.</summary>
    public static readonly ApiError DailyQuota = new(45009, "reach max api daily quota limit");

    /// <summary>Too many calls in a minute.</summary>
    public static readonly ApiError MinuteQuota = new(45011, "api minute-quota reach limit, must slower, retry next minute");

    /// <summary>The follower did nothing lately that may be answered, or follows no longer.</summary>
    public static readonly ApiError WindowClosed = new(45015, "response out of time limit or subscription is canceled");

    /// <summary>Everything that may be sent for what the follower did has been sent.</summary>
    public static readonly ApiError WindowUsedUp = new(45047, "out of response count limit");

    /// <summary>command is neither Typing nor CancelTyping.</summary>
    public static readonly ApiError TypingCommand = new(45072, "invalid command");

    /// <summary>Nothing was said in the last 30 seconds.</summary>
    public static readonly ApiError NobodyTalks = new(45080, "no message to or from the user in the last 30 seconds");

    /// <summary>It is being typed already.</summary>
    public static readonly ApiError AlreadyTyping = new(45081, "you are already typing");

    /// <summary>More tags than an account may have.</summary>
    public static readonly ApiError TooManyTags = new(45056, "too many tag now, no need to add new");

    /// <summary>The tag has more than 100,000 people.</summary>
    public static readonly ApiError TagTooLarge = new(45057, "can't delete the tag that has too many fans");

    /// <summary>The tag is the platform's own.</summary>
    public static readonly ApiError SystemTag = new(45058, "can't modify sys tag");

    /// <summary>Somebody would have more tags than a person may.</summary>
    public static readonly ApiError TooManyTagsOfOne = new(45059, "can not tagging one user too much");

    /// <summary>The name is empty, or another tag has it.</summary>
    public static readonly ApiError TagName = new(45157, "invalid tag name");

    /// <summary>The name is too long.</summary>
    public static readonly ApiError TagNameSize = new(45158, "tag name too long");

    /// <summary>There is no such tag.</summary>
    public static readonly ApiError TagId = new(45159, "invalid tag id");

    /// <summary>There are as many permanent QR codes as there may be.</summary>
    public static readonly ApiError TooManyCodes = new(45029, "qrcode count out of limit");

    /// <summary>The OpenID is not one of this account.</summary>
    public static readonly ApiError ForeignOpenId = new(49003, "not match openid with appid");

    /// <summary>The account has blocked whoever it is.</summary>
    public static readonly ApiError Blocked = new(43019, "require remove blacklist");

    /// <summary>The ten times of the month are used up.</summary>
    public static readonly ApiError TooManyClears = new(48006, "forbid to clear quota because of reaching the limit");

    /// <summary>No call failed under this rid.</summary>
    public static readonly ApiError RidUnknown = new(76001, "rid not found");

    /// <summary>What is given is no rid.</summary>
    public static readonly ApiError RidWrong = new(76002, "rid is error");

    /// <summary>The failed call was another account's.</summary>
    public static readonly ApiError RidForeign = new(76003, "could not query this rid,no permission");

    /// <summary>There is no call at this path.</summary>
    public static readonly ApiError CgiPath = new(76021, "cgi_path not found, please check");

    /// <summary>Calls of this path are not counted for the account.</summary>
    public static readonly ApiError CgiPathForbidden = new(76022, "could not use this cgi_path,no permission");

    /// <summary>There is no menu.</summary>
    public static readonly ApiError NoMenu = new(46003, "menu no exist");

    /// <summary>The body is no JSON object.</summary>
    public static readonly ApiError WrongJson = new(47001, "data format error");

    /// <summary>The account's class has no right to this call.</summary>
    public static readonly ApiError Unauthorized = new(48001, "api unauthorized");

    /// <summary>Fewer than two OpenIDs.</summary>
    public static readonly ApiError TooFewOpenIds = new(40130, "invalid openid list size, at least two openid");

    /// <summary>Nobody has this WeChat name.</summary>
    public static readonly ApiError WeChatId = new(40132, "invalid username");

    /// <summary>What may be sent to many is used up for now.</summary>
    public static readonly ApiError NoMassQuota = new(45028, "has no masssend quota");

    /// <summary>A send with this clientmsgid is there.</summary>
    public static readonly ApiError ClientMsgIdExists = new(45065, "clientmsgid exist");

    /// <summary>The same clientmsgid again, less than a minute later.</summary>
    public static readonly ApiError ClientMsgIdTooFast = new(45066, "same clientmsgid retry too fast");

    /// <summary>clientmsgid is longer than 64 bytes.</summary>
    public static readonly ApiError ClientMsgIdSize = new(45067, "clientmsgid size out of limit");

    /// <summary>speed is none of 0 to 4.</summary>
    public static readonly ApiError SpeedRange = new(45083, "the speed out of range");

    /// <summary>speed is missing.</summary>
    public static readonly ApiError NoSpeed = new(45084, "No speed message");

    /// <summary>There is no template of this id.</summary>
    public static readonly ApiError TemplateId = new(40037, "invalid template_id");

    /// <summary>The industries were changed this month.</summary>
    public static readonly ApiError IndustryTooOften = new(43100, "change template too frequently");

    /// <summary>The person has not agreed to this message, or it was sent.</summary>
    public static readonly ApiError NoConsent = new(43101, "user refuse to accept the msg");

    /// <summary>The account has 25 templates.</summary>
    public static readonly ApiError TemplateCount = new(45026, "template num exceeds limit");

    /// <summary>The template is of neither of the account's industries.</summary>
    public static readonly ApiError TemplateIndustry = new(45027, "template conflict with industry");

    /// <summary>A value of a template is missing, too long, or of another form.</summary>
    public static readonly ApiError WrongArgument = new(47003, "argument invalid!");

    /// <summary>The account has 25 templates of subscribe messages.</summary>
    public static readonly ApiError SubscriptionTemplates = new(200012, "private template count reach limit");

    /// <summary>There is no title of this tid, or no template of this id.</summary>
    public static readonly ApiError SubscriptionTitle = new(200014, "tid does not exist");

    /// <summary>start is no number.</summary>
    public static readonly ApiError SubscriptionStart = new(200016, "start param error");

    /// <summary>limit is no number from 1 to 30.</summary>
    public static readonly ApiError SubscriptionLimit = new(200017, "limit param error");

    /// <summary>ids has no category of the account.</summary>
    public static readonly ApiError SubscriptionCategory = new(200018, "ids param error");

    /// <summary>kidList has not two to five keywords of the title.</summary>
    public static readonly ApiError SubscriptionKeywords = new(200020, "kidList param error");

    /// <summary>sceneDesc is too long.</summary>
    public static readonly ApiError SubscriptionScene = new(200021, "sceneDesc param error");

    /// <summary>There is no article of this number.</summary>
    public static readonly ApiError ArticleIndex = new(40060, "invalid article idx");

    /// <summary>The list to read is longer than may be, or empty.</summary>
    public static readonly ApiError MediaIdSize = new(40118, "invalid media_id size");

    /// <summary>The title is missing or too long.</summary>
    public static readonly ApiError TitleSize = new(45003, "title size out of limit");

    /// <summary>The description or digest is too long.</summary>
    public static readonly ApiError DescriptionSize = new(45004, "description size out of limit");

    /// <summary>The address is too long.</summary>
    public static readonly ApiError UrlSize = new(45005, "url size out of limit");

    /// <summary>There are as many materials of the kind as may be.</summary>
    public static readonly ApiError MaterialCount = new(45074, "material list size out of limit");

    /// <summary>The author's name is too long.</summary>
    public static readonly ApiError AuthorSize = new(45110, "author size out of limit");

    /// <summary>The call was withdrawn by the platform.</summary>
    public static readonly ApiError Withdrawn = new(45109, "this api has been withdrawn");

    /// <summary>There is no publication of this id.</summary>
    public static readonly ApiError ArticleId = new(53600, "Article ID invalid");

    private static readonly Dictionary<int, string> OfMenus = new()
    {
        [40016] = "invalid button size", [40017] = "invalid button type", [40018] = "invalid button name size", [40019] = "invalid button key size",
        [40020] = "invalid button url size", [40023] = "invalid sub button size", [40024] = "invalid sub button type",
        [40025] = "invalid sub button name size", [40026] = "invalid sub button key size", [40027] = "invalid sub button url size",
        [40054] = "invalid sub button url domain", [40055] = "invalid button url domain", [40013] = "invalid appid", [40007] = "invalid media_id",
        [53600] = "Article ID invalid",
    };

    /// <summary>What is wrong with a menu.</summary>
    public static ApiError Of(MenuProblem problem) => new(problem.Code, OfMenus[problem.Code]);
}
