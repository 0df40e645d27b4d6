using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hongyan.IssueDesk.Drafts;

/// <summary>Answers to fields that the tracker requires, as a draft keeps them.</summary>
internal static class FieldAnswers
{
    public static IReadOnlyDictionary<string, string> Read(string? json) =>
        json is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;

    public static string With(string? json, string field, string answer)
    {
        var answers = json is null ? new JsonObject() : JsonNode.Parse(json)!.AsObject();
        answers[field] = answer;
        return answers.ToJsonString();
    }
}
