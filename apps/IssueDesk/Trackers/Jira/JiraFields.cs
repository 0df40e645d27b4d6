using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Hongyan.IssueDesk.Settings;

namespace Hongyan.IssueDesk.Trackers.Jira;

/// <summary>Which fields an issue type wants, and how their values are written. Advice: without an answer an issue is created with the usual fields.</summary>
internal sealed class JiraFields(JiraConnection connection, DeskSettings settings, TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly string[] Usual = ["project", "issuetype", "summary", "description", "reporter", "labels", "priority"];

    private readonly ConcurrentDictionary<(TrackerOptions, string, string), (IReadOnlyList<JsonObject> Fields, DateTimeOffset Until)> _known = new();

    /// <summary>Fields that must be filled in beside the usual ones.</summary>
    public async Task<IReadOnlyList<RequiredField>> GetRequiredAsync(JiraFlavor flavor, string project, string issueType, CancellationToken cancellationToken)
    {
        var known = await GetAsync(flavor, project, issueType, cancellationToken);
        return
        [
            .. known.Where(field => (bool?)field["required"] == true && (bool?)field["hasDefaultValue"] != true && !Usual.Contains(IdOf(field)))
                .Select(field => new RequiredField(IdOf(field), (string?)field["name"] ?? IdOf(field), [.. Options(field).Select(LabelOf)])),
        ];
    }

    /// <summary>The body that creates an issue.</summary>
    public async Task<JsonObject> WriteAsync(JiraFlavor flavor, NewIssue issue, string description, CancellationToken cancellationToken)
    {
        var fields = new JsonObject
        {
            ["project"] = new JsonObject { ["key"] = issue.Project },
            ["issuetype"] = new JsonObject { [issue.IssueType.All(char.IsAsciiDigit) ? "id" : "name"] = issue.IssueType },
            ["summary"] = issue.Title,
            ["description"] = flavor.Text(description),
            ["labels"] = new JsonArray([.. issue.Labels.Select(label => (JsonNode)label)]),
        };
        if (issue.Priority is not null)
            fields["priority"] = new JsonObject { ["name"] = issue.Priority };
        if (issue.Reporter is not null)
            fields["reporter"] = flavor.User(issue.Reporter);
        if (issue.Fields.Count > 0)
        {
            var known = await GetAsync(flavor, issue.Project, issue.IssueType, cancellationToken);
            foreach (var (id, answer) in issue.Fields)
                fields[id] = Value(flavor, known.FirstOrDefault(field => IdOf(field) == id), answer);
        }
        return new JsonObject { ["fields"] = fields };
    }

    /// <summary>An answer as the address of a form has it: what can be chosen goes by its id.</summary>
    public async Task<string> WriteForFormAsync(JiraFlavor flavor, NewIssue issue, string id, CancellationToken cancellationToken)
    {
        var answer = issue.Fields[id];
        var known = (await GetAsync(flavor, issue.Project, issue.IssueType, cancellationToken)).FirstOrDefault(field => IdOf(field) == id);
        return known is null ? answer : (string?)FindOption(known, answer)?["id"] ?? answer;
    }

    private static JsonObject? FindOption(JsonObject field, string answer) =>
        Options(field).FirstOrDefault(each => LabelOf(each).Equals(answer.Trim(), StringComparison.OrdinalIgnoreCase));

    private static JsonNode Value(JiraFlavor flavor, JsonObject? field, string answer)
    {
        var option = field is null ? null : FindOption(field, answer);
        if (option is not null)
        {
            JsonNode chosen = (string?)option["id"] is { } id ? new JsonObject { ["id"] = id } : new JsonObject { ["value"] = LabelOf(option) };
            return IsList(field!) ? new JsonArray(chosen) : chosen;
        }
        JsonNode value = (string?)field?["schema"]?["type"] switch
        {
            "number" when decimal.TryParse(answer, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
            "option" => new JsonObject { ["value"] = answer },
            "user" => flavor.User(answer),
            _ => JsonValue.Create(answer),
        };
        return field is not null && IsList(field) ? new JsonArray(value) : value;
    }

    private async Task<IReadOnlyList<JsonObject>> GetAsync(JiraFlavor flavor, string project, string issueType, CancellationToken cancellationToken)
    {
        var key = (settings.Current.Tracker, project, issueType);
        if (_known.TryGetValue(key, out var known) && known.Until > time.GetUtcNow())
            return known.Fields;
        var fields = await ReadAsync(flavor, project, issueType, cancellationToken);
        if (fields.Count > 0)
            _known[key] = (fields, time.GetUtcNow() + Remembered);
        return fields;
    }

    private async Task<IReadOnlyList<JsonObject>> ReadAsync(JiraFlavor flavor, string project, string issueType, CancellationToken cancellationToken)
    {
        try
        {
            var root = $"{flavor.Api}/issue/createmeta/{Uri.EscapeDataString(project)}/issuetypes";
            var id = issueType;
            if (!issueType.All(char.IsAsciiDigit))
            {
                var types = await connection.SendAsync(HttpMethod.Get, root, content: null, Patience, cancellationToken);
                id = (string?)Rows(types, "issueTypes").FirstOrDefault(type => issueType.Equals((string?)type["name"], StringComparison.OrdinalIgnoreCase))?["id"];
                if (id is null)
                    return [];
            }
            return Rows(await connection.SendAsync(HttpMethod.Get, $"{root}/{Uri.EscapeDataString(id)}?maxResults=200", content: null, Patience, cancellationToken), "fields");
        }
        catch (JiraSilentException)
        {
            return [];
        }
    }

    /// <summary>Server calls the list values, Cloud by what is in it.</summary>
    private static IReadOnlyList<JsonObject> Rows(JiraAnswer answer, string name) =>
        answer.IsSuccess && answer.Json is JsonObject json && (json["values"] ?? json[name]) is JsonArray rows ? [.. rows.OfType<JsonObject>()] : [];

    private static string IdOf(JsonObject field) => (string?)(field["fieldId"] ?? field["key"]) ?? "";

    private static bool IsList(JsonObject field) => (string?)field["schema"]?["type"] == "array";

    private static IEnumerable<JsonObject> Options(JsonObject field) => (field["allowedValues"] as JsonArray ?? []).OfType<JsonObject>();

    private static string LabelOf(JsonObject option) => (string?)(option["value"] ?? option["name"]) ?? "";
}
