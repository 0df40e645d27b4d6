using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>
/// Template messages (模板消息): notices of a service to one follower, without a window in which they wrote. Takes a verified service account
/// (服务号); 25 templates, 100000 messages a day.
/// </summary>
public sealed class OfficialAccountTemplateMessages
{
    private const string Page = "developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html";
    private const int LastIndustry = 41;

    private readonly PlatformCalls _calls;

    internal OfficialAccountTemplateMessages(PlatformCalls calls) => _calls = calls;

    /// <summary>Sets the account's two industries (设置所属行业): once a month. Accounts with templates of categories need none.</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html.</remarks>
    /// <param name="primary">The number of the first industry: 1 to 41, in the table of the platform's page.</param>
    /// <param name="secondary">The number of the second one.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/template/api_set_industry")]
    public Task SetIndustriesAsync(int primary, int secondary, CancellationToken cancellationToken = default)
    {
        var check = Limits("an industry");
        check.Range(nameof(primary), primary, 1, LastIndustry);
        check.Range(nameof(secondary), secondary, 1, LastIndustry);
        return _calls.ChangeAsync(
            "/cgi-bin/template/api_set_industry",
            json =>
            {
                json.WriteNumber("industry_id1"u8, primary);
                json.WriteNumber("industry_id2"u8, secondary);
            },
            cancellationToken);
    }

    /// <summary>Reads the account's two industries (获取设置的行业信息).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html.</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/template/get_industry")]
    public async Task<TemplateIndustries> GetIndustriesAsync(CancellationToken cancellationToken = default)
    {
        var answer = await _calls.ReadAsync(
            "/cgi-bin/template/get_industry", OfficialAccountTemplateJson.Default.IndustriesAnswer, cancellationToken).ConfigureAwait(false);
        return new TemplateIndustries(answer.Primary.ToIndustry(), answer.Secondary?.ToIndustry());
    }

    /// <summary>Takes a template over from the library (获得模板ID).</summary>
    /// <remarks>
    /// https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html. Not made again where it may have been
    /// taken, or there would be two of the 25.
    /// </remarks>
    /// <param name="shortId">Its number in the library (template_id_short): digits for a category, <c>TM…</c> or <c>OPENTM…</c> for an industry.</param>
    /// <param name="keywords">Of a category, which of its fields the template gets, by their names and in this order.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What messages name it by (template_id).</returns>
    [Endpoint("POST /cgi-bin/template/api_add_template")]
    public async Task<string> AddAsync(string shortId, IReadOnlyList<string> keywords, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(shortId);
        ArgumentNullException.ThrowIfNull(keywords);
        var answer = await _calls.ChangeAsync(
            "/cgi-bin/template/api_add_template",
            json =>
            {
                json.WriteString("template_id_short"u8, shortId);
                json.WriteStrings("keyword_name_list"u8, keywords);
            },
            OfficialAccountTemplateJson.Default.TemplateIdAnswer, cancellationToken).ConfigureAwait(false);
        return answer.TemplateId;
    }

    /// <summary>Lists the account's templates (获取模板列表).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html.</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/template/get_all_private_template")]
    public async Task<IReadOnlyList<MessageTemplate>> ListAsync(CancellationToken cancellationToken = default)
    {
        var answer = await _calls.ReadAsync(
            "/cgi-bin/template/get_all_private_template", OfficialAccountTemplateJson.Default.TemplateListAnswer, cancellationToken).ConfigureAwait(false);
        return [.. (answer.Templates ?? []).Select(each => each.ToTemplate())];
    }

    /// <summary>Deletes one of the account's templates (删除模板).</summary>
    /// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html.</remarks>
    /// <param name="templateId">The template.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("POST /cgi-bin/template/del_private_template")]
    public Task DeleteAsync(string templateId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(templateId);
        return _calls.ChangeAsync("/cgi-bin/template/del_private_template", json => json.WriteString("template_id"u8, templateId), cancellationToken);
    }

    /// <summary>Sends a message (发送模板消息). A moment later a <see cref="TemplateSendFinishedEvent"/> tells whether it was delivered.</summary>
    /// <remarks>
    /// https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html. Lengths are checked before anything is
    /// sent. Not made again where it may have been taken; whoever gave a client message id may call again with it within ten minutes.
    /// </remarks>
    /// <param name="message">To whom, and what.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What its event is told by (msgid).</returns>
    /// <exception cref="FieldLimitException">A value is empty or too long, or has a line break.</exception>
    /// <exception cref="PlatformException">The platform refused it, such as with 43004 or 40037, or there was no usable answer.</exception>
    [Endpoint("POST /cgi-bin/message/template/send")]
    public async Task<long> SendAsync(TemplateMessage message, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        var check = Limits("a template message");
        check.Required("TemplateMessage.OpenId", message.OpenId);
        check.Required("TemplateMessage.TemplateId", message.TemplateId);
        TemplateFieldRules.Check(check, "TemplateMessage.Fields", Page, message.Fields);
        var answer = await _calls.ChangeAsync(
            "/cgi-bin/message/template/send",
            json =>
            {
                json.WriteString("touser"u8, message.OpenId);
                json.WriteString("template_id"u8, message.TemplateId);
                json.WriteOptional("url"u8, message.Url);
                TemplateFieldRules.Write(json, message.MiniProgram);
                json.WriteOptional("client_msg_id"u8, message.ClientMessageId);
                TemplateFieldRules.Write(json, message.Fields);
            },
            OfficialAccountTemplateJson.Default.TemplateSendAnswer, cancellationToken).ConfigureAwait(false);
        return answer.MessageId;
    }

    private static LimitCheck Limits(string subject) => new(subject, Page);
}
