using System.Text.Json;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>A coupon or card (卡券).</summary>
/// <param name="CardId">The card's id (card_id).</param>
public sealed record CustomerCoupon(string CardId) : CustomerMessage
{
    internal override string MessageType => "wxcard";

    internal override void Check(LimitCheck check) => check.Required("CustomerCoupon.CardId", CardId);

    internal override void WriteFields(Utf8JsonWriter json) => json.WriteString("card_id"u8, CardId);
}
