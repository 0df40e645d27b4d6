using System.Text.Json;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>A coupon (卡券).</summary>
/// <param name="CardId">The coupon (card_id).</param>
public sealed record MassCoupon(string CardId) : MassMessage
{
    internal override string MessageType => "wxcard";

    internal override void Check(LimitCheck check) => check.Required("MassCoupon.CardId", CardId);

    internal override void WriteFields(Utf8JsonWriter json) => json.WriteString("card_id"u8, CardId);
}
