using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A menu as it goes over the wire.</summary>
internal sealed record ServiceMenuBody(
    [property: JsonPropertyName("head_content")] string? Head,
    [property: JsonPropertyName("list")] IReadOnlyList<ServiceMenuItemBody> Items,
    [property: JsonPropertyName("tail_content")] string? Tail)
{
    public static ServiceMenuBody Of(ServiceMenu menu) => new(menu.Head, [.. menu.Items.Select(ServiceMenuItemBody.Of)], menu.Tail);
}

/// <summary>One line of a menu: its type, and the part of that name.</summary>
internal sealed record ServiceMenuItemBody(
    [property: JsonPropertyName("type")] string Type,
    [property: JsonPropertyName("click")] ServiceMenuReply? Click,
    [property: JsonPropertyName("view")] ServiceMenuLink? View,
    [property: JsonPropertyName("miniprogram")] ServiceMenuMiniProgram? MiniProgram,
    [property: JsonPropertyName("text")] ServiceMenuText? Text)
{
    public static ServiceMenuItemBody Of(ServiceMenuItem item) => new(
        item switch
        {
            ServiceMenuReply => "click",
            ServiceMenuLink => "view",
            ServiceMenuMiniProgram => "miniprogram",
            _ => "text",
        },
        item as ServiceMenuReply, item as ServiceMenuLink, item as ServiceMenuMiniProgram, item as ServiceMenuText);
}
