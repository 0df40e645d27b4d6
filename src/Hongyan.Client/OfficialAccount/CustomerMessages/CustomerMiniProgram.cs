using System.Text.Json;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>A page of a mini program (小程序卡片); it must be linked to the account.</summary>
public sealed record CustomerMiniProgram : CustomerMessage
{
    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The mini program's app id.</summary>
    public required string AppId { get; init; }

    /// <summary>The page, with its parameters, such as <c>pages/index?foo=bar</c>.</summary>
    public required string PagePath { get; init; }

    /// <summary>The media id of the card's picture, 520 × 416 pixels.</summary>
    public required string ThumbMediaId { get; init; }

    internal override string MessageType => "miniprogrampage";

    internal override void Check(LimitCheck check)
    {
        check.Required("CustomerMiniProgram.Title", Title);
        check.Required("CustomerMiniProgram.AppId", AppId);
        check.Required("CustomerMiniProgram.PagePath", PagePath);
        check.Required("CustomerMiniProgram.ThumbMediaId", ThumbMediaId);
    }

    internal override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("title"u8, Title);
        json.WriteString("appid"u8, AppId);
        json.WriteString("pagepath"u8, PagePath);
        json.WriteString("thumb_media_id"u8, ThumbMediaId);
    }
}
