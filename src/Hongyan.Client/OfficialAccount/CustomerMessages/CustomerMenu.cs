using System.Text.Json;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>
/// Choices to tap (菜单消息). A tap arrives as a text message with the choice's words, and its id as <c>bizmsgmenuid</c>; it counts as a click
/// in the menu, not as a message.
/// </summary>
/// <param name="Choices">1 or more.</param>
public sealed record CustomerMenu(params IReadOnlyList<CustomerMenuChoice> Choices) : CustomerMessage
{
    /// <summary>What stands above.</summary>
    public string? Head { get; init; }

    /// <summary>What stands below.</summary>
    public string? Tail { get; init; }

    internal override string MessageType => "msgmenu";

    internal override void Check(LimitCheck check)
    {
        check.Count("CustomerMenu.Choices", Choices.Count, 1, int.MaxValue);
        check.Unique("CustomerMenu.Choices (Id)", Choices.Select(choice => choice.Id));
        for (var i = 0; i < Choices.Count; i++)
        {
            check.Required($"CustomerMenu.Choices[{i}].Id", Choices[i].Id);
            check.Required($"CustomerMenu.Choices[{i}].Content", Choices[i].Content);
        }
    }

    internal override void WriteFields(Utf8JsonWriter json)
    {
        json.WriteOptional("head_content"u8, Head);
        json.WriteStartArray("list"u8);
        foreach (var choice in Choices)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, choice.Id);
            json.WriteString("content"u8, choice.Content);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteOptional("tail_content"u8, Tail);
    }
}
