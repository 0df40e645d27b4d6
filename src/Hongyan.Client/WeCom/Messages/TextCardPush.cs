using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>Sends a card of text that opens a page (文本卡片).</summary>
public sealed record TextCardPush : GroupPush
{
    /// <summary>The title; max. 128 characters, which the platform would cut.</summary>
    public required string Title { get; init; }

    /// <summary>
    /// The text; max. 512 characters, which the platform would cut. <c>&lt;div class="gray"&gt;</c>, <c>normal</c> and <c>highlight</c>
    /// colour it, <c>&lt;br&gt;</c> breaks the line.
    /// </summary>
    public required string Description { get; init; }

    /// <summary>The page that opens, with http:// or https://; max. 2048 bytes.</summary>
    public required string Url { get; init; }

    /// <summary>What the line at the foot reads; max. 4 characters.</summary>
    /// <value>详情, by the platform.</value>
    public string? ButtonText { get; init; }

    internal override string MessageType => "textcard";

    internal override void Check(LimitCheck check)
    {
        check.Required("TextCardPush.Title", Title);
        check.Characters("TextCardPush.Title", Title, 128);
        check.Required("TextCardPush.Description", Description);
        check.Characters("TextCardPush.Description", Description, 512);
        check.Required("TextCardPush.Url", Url, 2048);
        check.Characters("TextCardPush.ButtonText", ButtonText, 4);
    }

    internal override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("title"u8, Title);
        json.WriteString("description"u8, Description);
        json.WriteString("url"u8, Url);
        json.WriteOptional("btntxt"u8, ButtonText);
    }
}
