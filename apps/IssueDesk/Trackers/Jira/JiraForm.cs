using System.Text;
using System.Text.Json.Nodes;

namespace Hongyan.IssueDesk.Trackers.Jira;

/// <summary>Fills in Jira's own page for a new issue by its address. Jira wants ids there, which it has to be asked for.</summary>
internal sealed class JiraForm(JiraConnection connection, JiraFields fields)
{
    /// <summary>Advice, and the person waits for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>A step of cutting; small beside what fits, large beside a character.</summary>
    private const int Step = 12;

    public async Task<PrefilledForm> FillAsync(JiraFlavor flavor, NewIssue issue, Uri root, int longest, CancellationToken cancellationToken)
    {
        var project = await ReadAsync($"{flavor.Api}/project/{Uri.EscapeDataString(issue.Project)}", cancellationToken) as JsonObject;
        var fixedPart = new StringBuilder("secure/CreateIssueDetails!init.jspa?");
        Add(fixedPart, "pid", (string?)project?["id"]);
        Add(fixedPart, "issuetype", issue.IssueType.All(char.IsAsciiDigit) ? issue.IssueType : IdOf(project?["issueTypes"], issue.IssueType));
        if (issue.Priority is not null)
            Add(fixedPart, "priority", IdOf(await ReadAsync($"{flavor.Api}/priority", cancellationToken), issue.Priority));
        Add(fixedPart, "reporter", issue.Reporter);
        foreach (var label in issue.Labels)
            Add(fixedPart, "labels", label);
        foreach (var id in issue.Fields.Keys)
            Add(fixedPart, id, await fields.WriteForFormAsync(flavor, issue, id, cancellationToken));

        var room = longest - root.AbsoluteUri.Length - fixedPart.Length - "summary=&description=".Length;
        var summary = Fit(issue.Title, room * 2 / 3, text => text);
        var description = Fit(issue.Description, room - summary.Escaped.Length, text => flavor.KnowsWiki ? WikiText.Escape(text) : text);
        fixedPart.Append("summary=").Append(summary.Escaped).Append("&description=").Append(description.Escaped);
        return new PrefilledForm(new Uri(root, fixedPart.ToString()), summary.IsWhole && description.IsWhole);
    }

    private static void Add(StringBuilder address, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            address.Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value)).Append('&');
    }

    /// <summary>As much of a text as fits once it is escaped, which makes a Chinese character nine bytes.</summary>
    private static (string Escaped, bool IsWhole) Fit(string text, int room, Func<string, string> write)
    {
        for (var bytes = Math.Min(Encoding.UTF8.GetByteCount(text), Math.Max(room, 0)); bytes > Step; bytes -= Step)
        {
            var cut = Utf8Limit.Cut(text, bytes);
            var escaped = Uri.EscapeDataString(write(cut));
            if (escaped.Length <= room)
                return (escaped, cut == text);
        }
        return text.Length <= Step && Uri.EscapeDataString(write(text)) is var whole && whole.Length <= room ? (whole, true) : ("", text.Length == 0);
    }

    private static string? IdOf(JsonNode? list, string name) =>
        (string?)(list as JsonArray)?.OfType<JsonObject>().FirstOrDefault(each => name.Equals((string?)each["name"], StringComparison.OrdinalIgnoreCase))?["id"];

    private async Task<JsonNode?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await connection.SendAsync(HttpMethod.Get, path, content: null, Patience, cancellationToken);
            return answer.IsSuccess ? answer.Json : null;
        }
        catch (JiraSilentException)
        {
            return null;
        }
    }
}
