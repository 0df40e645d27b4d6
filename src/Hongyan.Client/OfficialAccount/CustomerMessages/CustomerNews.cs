using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>One article that opens a page (图文消息, 外链): the platform takes no more than one in a customer message.</summary>
public sealed record CustomerNews : CustomerMessage
{
    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>The description.</summary>
    public string? Description { get; init; }

    /// <summary>The page that opens, with http:// or https://.</summary>
    public required string Url { get; init; }

    /// <summary>The address of a JPG or PNG picture.</summary>
    public string? PictureUrl { get; init; }

    internal override string MessageType => "news";

    internal override void Check(LimitCheck check)
    {
        check.Required("CustomerNews.Title", Title);
        check.Required("CustomerNews.Url", Url);
    }

    internal override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteStartArray("articles"u8);
        json.WriteStartObject();
        json.WriteString("title"u8, Title);
        json.WriteOptional("description"u8, Description);
        json.WriteString("url"u8, Url);
        json.WriteOptional("picurl"u8, PictureUrl);
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
