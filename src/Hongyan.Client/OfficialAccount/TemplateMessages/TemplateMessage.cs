namespace Hongyan.OfficialAccount;

/// <summary>A template message (模板消息): a notice of a service to one follower.</summary>
/// <remarks>
/// https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html. Since 2023 the platform shows neither
/// colours nor the fields <c>first</c> and <c>remark</c>.
/// </remarks>
/// <param name="OpenId">Who gets it; has to follow.</param>
/// <param name="TemplateId">The template (<see cref="OfficialAccountTemplateMessages.ListAsync"/>).</param>
/// <param name="Fields">
/// The value of every field of the template, by its name: <c>thing1</c> has at most 20 characters, <c>phrase1</c> 5, <c>number1</c>,
/// <c>letter1</c> and <c>character_string1</c> 32; none has a line break.
/// </param>
public sealed record TemplateMessage(string OpenId, string TemplateId, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>What a tap opens; with <see cref="MiniProgram"/>, what it opens in old versions of WeChat. Null for nothing.</summary>
    public string? Url { get; init; }

    /// <summary>The mini program that a tap opens.</summary>
    public TemplateMiniProgram? MiniProgram { get; init; }

    /// <summary>An id of your own (client_msg_id): the same one for the same follower within ten minutes is sent once.</summary>
    public string? ClientMessageId { get; init; }
}
