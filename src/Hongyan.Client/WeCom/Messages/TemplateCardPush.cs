using System.Text.Json;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>
/// Sends a template card (模板卡片). A card that can be clicked needs a <see cref="TemplateCard.TaskId"/>, and the application a callback URL;
/// its <see cref="SentMessage.ResponseCode"/> updates it once.
/// </summary>
/// <param name="Card">The card, of any type.</param>
public sealed record TemplateCardPush(TemplateCard Card) : Push
{
    internal override string MessageType => "template_card";

    internal override void Check(LimitCheck check)
    {
        TemplateCardLimits.Check(Card, WeComMessages.SendPage);
        if (Card is ButtonInteractionCard or VoteInteractionCard or MultipleInteractionCard
            or TextNoticeCard { ActionMenu: not null } or NewsNoticeCard { ActionMenu: not null })
        {
            check.Required($"{Card.GetType().Name}.TaskId", Card.TaskId);
        }
    }

    internal override void WriteFields(Utf8JsonWriter json) => TemplateCardJson.WriteFields(json, Card);
}
