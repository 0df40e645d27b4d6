using System.Text.Json.Nodes;

namespace Hongyan.IssueDesk.Trackers.Jira;

/// <summary>Plain text as a document of Jira Cloud (Atlassian Document Format): a paragraph for each line, nothing in it is markup.</summary>
internal static class JiraDocument
{
    public static JsonObject Of(string text) => new()
    {
        ["type"] = "doc",
        ["version"] = 1,
        ["content"] = new JsonArray([.. text.ReplaceLineEndings("\n").Split('\n').Select(Paragraph)]),
    };

    private static JsonNode Paragraph(string line)
    {
        var paragraph = new JsonObject { ["type"] = "paragraph" };
        // A text node must not be empty.
        if (line.Length > 0)
            paragraph["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = line });
        return paragraph;
    }
}
