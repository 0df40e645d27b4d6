using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>Sends a notice of a mini program (小程序通知) that is bound to the application; it cannot go to everyone.</summary>
public sealed record MiniProgramPush : Push
{
    /// <summary>The app id of the mini program.</summary>
    public required string AppId { get; init; }

    /// <summary>The page inside it; without one nothing opens.</summary>
    public string? PagePath { get; init; }

    /// <summary>The title; 4 to 12 characters.</summary>
    public required string Title { get; init; }

    /// <summary>The line below it; 4 to 12 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Names with values; max. 10.</summary>
    public IReadOnlyList<MiniProgramItem> Items { get; init; } = [];

    /// <summary>Whether the first item is shown large.</summary>
    public bool EmphasizesFirstItem { get; init; }

    internal override string MessageType => "miniprogram_notice";

    internal override void Check(LimitCheck check)
    {
        check.Required("MiniProgramPush.AppId", AppId);
        check.Range("MiniProgramPush.Title (characters)", Characters(Title), 4, 12);
        if (!string.IsNullOrEmpty(Description))
            check.Range("MiniProgramPush.Description (characters)", Characters(Description), 4, 12);
        check.Count("MiniProgramPush.Items", Items.Count, 0, 10);
        for (var i = 0; i < Items.Count; i++)
        {
            check.Required($"MiniProgramPush.Items[{i}].Name", Items[i].Name);
            check.Characters($"MiniProgramPush.Items[{i}].Name", Items[i].Name, 10);
            check.Required($"MiniProgramPush.Items[{i}].Value", Items[i].Value);
            check.Characters($"MiniProgramPush.Items[{i}].Value", Items[i].Value, 30);
        }
    }

    internal override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteString("appid"u8, AppId);
        json.WriteOptional("page"u8, PagePath);
        json.WriteString("title"u8, Title);
        json.WriteOptional("description"u8, Description);
        json.WriteBoolean("emphasis_first_item"u8, EmphasizesFirstItem);
        json.WriteStartArray("content_item"u8);
        foreach (var item in Items)
        {
            json.WriteStartObject();
            json.WriteString("key"u8, item.Name);
            json.WriteString("value"u8, item.Value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static int Characters(string? text) => text?.EnumerateRunes().Count() ?? 0;
}
