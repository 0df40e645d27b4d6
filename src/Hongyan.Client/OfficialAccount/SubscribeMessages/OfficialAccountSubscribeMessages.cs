using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>
/// Messages that a person has agreed to get: subscribe messages (订阅通知) of a verified service account (服务号), and the one message of a
/// one-time subscription (一次性订阅消息).
/// </summary>
public sealed class OfficialAccountSubscribeMessages
{
    private const string Page = "developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html";
    private const string OneTimePage = "developers.weixin.qq.com/doc/offiaccount/Message_Management/One-time_subscription_info.html";
    private const int LargestPage = 30;
    private const int MinKeywords = 2;
    private const int MaxKeywords = 5;
    private const int DescriptionCharacters = 15;
    private const int TitleCharacters = 15;
    private const int ContentCharacters = 200;
    private const int MaxScene = 10_000;

    private static readonly Uri Pages = new("https://mp.weixin.qq.com");

    private readonly PlatformCalls _calls;
    private readonly OfficialAccountClientOptions _options;

    internal OfficialAccountSubscribeMessages(PlatformCalls calls, OfficialAccountClientOptions options)
    {
        _calls = calls;
        _options = options;
    }

    /// <summary>Lists the account's categories (获取公众号类目).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html.</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /wxaapi/newtmpl/getcategory")]
    public async Task<IReadOnlyList<SubscribeCategory>> ListCategoriesAsync(CancellationToken cancellationToken = default)
    {
        var answer = await _calls.ReadAsync("/wxaapi/newtmpl/getcategory", OfficialAccountSubscribeJson.Default.SubscribeCategoriesAnswer, cancellationToken)
            .ConfigureAwait(false);
        return [.. (answer.Items ?? []).Select(each => new SubscribeCategory(each.Id, each.Name))];
    }

    /// <summary>Reads a part of the library's titles of some categories (获取类目下的公共模板).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html.</remarks>
    /// <param name="categoryIds">The categories: 1 or more.</param>
    /// <param name="offset">How many titles to pass over.</param>
    /// <param name="count">How many to read: 1 to 30.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /wxaapi/newtmpl/getpubtemplatetitles")]
    public async Task<SubscribeTitlePage> ListTitlesAsync(
        IReadOnlyList<int> categoryIds, int offset = 0, int count = LargestPage, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(categoryIds);
        var check = Limits("a part of the titles");
        check.Count(nameof(categoryIds), categoryIds.Count, 1, int.MaxValue);
        check.Range(nameof(offset), offset, 0, int.MaxValue);
        check.Range(nameof(count), count, 1, LargestPage);
        var path = string.Create(CultureInfo.InvariantCulture, $"/wxaapi/newtmpl/getpubtemplatetitles?ids={string.Join(',', categoryIds)}&start={offset}&limit={count}");
        var answer = await _calls.ReadAsync(path, OfficialAccountSubscribeJson.Default.SubscribeTitlesAnswer, cancellationToken).ConfigureAwait(false);
        return new SubscribeTitlePage(
            answer.Count,
            [.. (answer.Items ?? []).Select(each => new SubscribeTitle(each.Id.ToString(CultureInfo.InvariantCulture), each.Title, each.Type == 3, each.CategoryId))]);
    }

    /// <summary>Lists the fields that a template with a title can have (获取模板中的关键词).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html.</remarks>
    /// <param name="titleId">The title (tid).</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /wxaapi/newtmpl/getpubtemplatekeywords")]
    public async Task<IReadOnlyList<SubscribeKeyword>> ListKeywordsAsync(string titleId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(titleId);
        var answer = await _calls.ReadAsync(
            $"/wxaapi/newtmpl/getpubtemplatekeywords?tid={Uri.EscapeDataString(titleId)}", OfficialAccountSubscribeJson.Default.SubscribeKeywordsAnswer,
            cancellationToken).ConfigureAwait(false);
        return [.. (answer.Items ?? []).Select(each => new SubscribeKeyword(each.Id, each.Name, each.Example, each.Rule))];
    }

    /// <summary>Puts a template together (选用模板).</summary>
    /// <remarks>
    /// https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html. Not made again where it may have been taken, or there
    /// would be two.
    /// </remarks>
    /// <param name="titleId">The title (tid).</param>
    /// <param name="keywordIds">2 to 5 fields of it (kid), in the order in which they are shown.</param>
    /// <param name="description">What it is used for (sceneDesc): at most 15 characters; may be empty.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What messages name it by (priTmplId).</returns>
    [Endpoint("POST /wxaapi/newtmpl/addtemplate")]
    public async Task<string> AddTemplateAsync(
        string titleId, IReadOnlyList<int> keywordIds, string description = "", CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(titleId);
        ArgumentNullException.ThrowIfNull(keywordIds);
        var check = Limits("a template of subscribe messages");
        check.Count(nameof(keywordIds), keywordIds.Count, MinKeywords, MaxKeywords);
        check.Characters(nameof(description), description, DescriptionCharacters);
        List<KeyValuePair<string, string>> form = [new("tid", titleId), .. keywordIds.Select(id => new KeyValuePair<string, string>("kidList", id.ToString(CultureInfo.InvariantCulture)))];
        if (description.Length > 0)
            form.Add(new("sceneDesc", description));
        var answer = await PostFormAsync(
            "/wxaapi/newtmpl/addtemplate", form, OfficialAccountSubscribeJson.Default.SubscribeTemplateIdAnswer, cancellationToken).ConfigureAwait(false);
        return answer.Id;
    }

    /// <summary>Lists the account's templates of subscribe messages (获取私有模板列表).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html.</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /wxaapi/newtmpl/gettemplate")]
    public async Task<IReadOnlyList<MessageTemplate>> ListTemplatesAsync(CancellationToken cancellationToken = default)
    {
        var answer = await _calls.ReadAsync("/wxaapi/newtmpl/gettemplate", OfficialAccountSubscribeJson.Default.SubscribeTemplatesAnswer, cancellationToken)
            .ConfigureAwait(false);
        return [.. (answer.Items ?? []).Select(each => new MessageTemplate(each.Id, each.Title, each.Content, each.Example ?? ""))];
    }

    /// <summary>Deletes one of them (删除模板).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html.</remarks>
    /// <param name="templateId">The template (priTmplId).</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /wxaapi/newtmpl/deltemplate")]
    public Task DeleteTemplateAsync(string templateId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(templateId);
        return PostFormAsync("/wxaapi/newtmpl/deltemplate", [new("priTmplId", templateId)], PlatformJson.Default.JsonElement, cancellationToken);
    }

    /// <summary>
    /// Sends a subscribe message (发送订阅通知). A consent is used up by one message; without one the platform refuses with 43101. A
    /// <see cref="SubscriptionSentEvent"/> tells whether it was delivered.
    /// </summary>
    /// <remarks>
    /// https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html. Lengths are checked before anything is sent. Not made again
    /// where it may have been taken: see <see cref="PlatformUnavailableException.MayHaveTakenEffect"/>.
    /// </remarks>
    /// <param name="message">To whom, and what.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">A value is empty or too long, or has a line break.</exception>
    [Endpoint("POST /cgi-bin/message/subscribe/bizsend")]
    public Task SendAsync(SubscribeMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var check = Limits("a subscribe message");
        check.Required("SubscribeMessage.OpenId", message.OpenId);
        check.Required("SubscribeMessage.TemplateId", message.TemplateId);
        TemplateFieldRules.Check(check, "SubscribeMessage.Fields", Page, message.Fields);
        return _calls.ChangeAsync(
            "/cgi-bin/message/subscribe/bizsend",
            json =>
            {
                json.WriteString("touser"u8, message.OpenId);
                json.WriteString("template_id"u8, message.TemplateId);
                json.WriteOptional("page"u8, message.PageUrl);
                TemplateFieldRules.Write(json, message.MiniProgram);
                TemplateFieldRules.Write(json, message.Fields);
            },
            cancellationToken);
    }

    /// <summary>Makes the address of the page on which a person agrees to one message (一次性订阅消息), to be opened in WeChat.</summary>
    /// <remarks>
    /// https://developers.weixin.qq.com/doc/offiaccount/Message_Management/One-time_subscription_info.html. WeChat comes back to
    /// <paramref name="returnUrl"/> with <c>openid</c>, <c>action=confirm</c> or <c>cancel</c>, <c>scene</c> and <c>reserved</c> in its query.
    /// </remarks>
    /// <param name="templateId">The template of the account's one-time subscriptions, from its console.</param>
    /// <param name="scene">What the person agrees to: 0 to 10000.</param>
    /// <param name="returnUrl">Where the person comes back to: on the account's domain of its pages (业务域名).</param>
    /// <param name="reserved">What comes back as it is, to know the request by: at most 128 letters and digits; may be empty.</param>
    public Uri GetOneTimeAddress(string templateId, int scene, string returnUrl, string reserved = "")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(templateId);
        ArgumentException.ThrowIfNullOrWhiteSpace(returnUrl);
        CheckScene(scene);
        var query = string.Create(CultureInfo.InvariantCulture,
            $"action=get_confirm&appid={Uri.EscapeDataString(_options.AppId)}&scene={scene}&template_id={Uri.EscapeDataString(templateId)}&redirect_url={Uri.EscapeDataString(returnUrl)}&reserved={Uri.EscapeDataString(reserved)}");
        return new Uri(_options.WebBaseAddress ?? Pages, $"/mp/subscribemsg?{query}#wechat_redirect");
    }

    /// <summary>Sends the one message that a person agreed to on a page (推送订阅模板消息给到授权微信用户).</summary>
    /// <remarks>
    /// https://developers.weixin.qq.com/doc/offiaccount/Message_Management/One-time_subscription_info.html. The consent is used up by it (then
    /// 43101). Not made again where it may have been taken: see <see cref="PlatformUnavailableException.MayHaveTakenEffect"/>.
    /// </remarks>
    /// <param name="message">To whom, and what.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="FieldLimitException">A field is empty or too long.</exception>
    [Endpoint("POST /cgi-bin/message/template/subscribe")]
    public Task SendOneTimeAsync(OneTimeMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var check = new LimitCheck("the message of a one-time subscription", OneTimePage);
        check.Required("OneTimeMessage.OpenId", message.OpenId);
        check.Required("OneTimeMessage.TemplateId", message.TemplateId);
        check.Required("OneTimeMessage.Title", message.Title);
        check.Characters("OneTimeMessage.Title", message.Title, TitleCharacters);
        check.Required("OneTimeMessage.Content", message.Content);
        check.Characters("OneTimeMessage.Content", message.Content, ContentCharacters);
        CheckScene(message.Scene);
        return _calls.ChangeAsync(
            "/cgi-bin/message/template/subscribe",
            json =>
            {
                json.WriteString("touser"u8, message.OpenId);
                json.WriteString("template_id"u8, message.TemplateId);
                json.WriteOptional("url"u8, message.Url);
                TemplateFieldRules.Write(json, message.MiniProgram);
                json.WriteString("scene"u8, message.Scene.ToString(CultureInfo.InvariantCulture));
                json.WriteString("title"u8, message.Title);
                json.WriteStartObject("data"u8);
                json.WriteStartObject("content"u8);
                json.WriteString("value"u8, message.Content);
                json.WriteOptional("color"u8, message.Color);
                json.WriteEndObject();
                json.WriteEndObject();
            },
            cancellationToken);
    }

    private static void CheckScene(int scene) => new LimitCheck("a one-time subscription", OneTimePage).Range(nameof(scene), scene, 0, MaxScene);

    private static LimitCheck Limits(string subject) => new(subject, Page);

    // The platform's page asks for a form here, and warns of JSON.
    private Task<TAnswer> PostFormAsync<TAnswer>(
        string path, IReadOnlyList<KeyValuePair<string, string>> form, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken) =>
        _calls.SendAsync(HttpMethod.Post, path, () => new FormUrlEncodedContent(form), isRepeatable: false, answerType, cancellationToken);
}
