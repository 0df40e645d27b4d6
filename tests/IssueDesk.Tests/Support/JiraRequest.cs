using System.Text.Json.Nodes;

namespace Hongyan.IssueDesk.Tests.Support;

/// <summary>Something that a Jira was asked.</summary>
internal sealed record JiraRequest(string Method, string Path, string Query, string Body, string Authorization)
{
    public JsonNode Fields => JsonNode.Parse(Body)!["fields"]!;
}
