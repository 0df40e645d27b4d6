using System.Text.Json.Nodes;

namespace Hongyan.IssueDesk.Trackers.Jira;

/// <summary>Where the two kinds of Jira differ.</summary>
internal abstract class JiraFlavor
{
    public static JiraFlavor Of(TrackerKind kind) => kind == TrackerKind.JiraCloud ? new Cloud() : new Server();

    /// <summary>What every path begins with.</summary>
    public abstract string Api { get; }

    /// <summary>The search, with the parameters before the JQL.</summary>
    public abstract string Search { get; }

    /// <summary>The parameter that looks for people.</summary>
    public abstract string UserQuery { get; }

    /// <summary>Whether the short form of a name in the contacts is a name there.</summary>
    public abstract bool KnowsPeopleByName { get; }

    /// <summary>A text field that takes plain text literally.</summary>
    public abstract JsonNode Text(string text);

    /// <summary>A person.</summary>
    public abstract JsonObject User(string name);

    /// <summary>How <see cref="User"/> calls somebody whom the search found.</summary>
    public abstract string? NameOf(JsonNode user);

    private sealed class Server : JiraFlavor
    {
        public override string Api => "rest/api/2";

        public override string Search => "search";

        public override string UserQuery => "username";

        public override bool KnowsPeopleByName => true;

        public override JsonNode Text(string text) => JsonValue.Create(WikiText.Escape(text));

        public override JsonObject User(string name) => new() { ["name"] = name };

        public override string? NameOf(JsonNode user) => (string?)user["name"];
    }

    private sealed class Cloud : JiraFlavor
    {
        public override string Api => "rest/api/3";

        public override string Search => "search/jql";

        public override string UserQuery => "query";

        public override bool KnowsPeopleByName => false;

        public override JsonNode Text(string text) => JiraDocument.Of(text);

        public override JsonObject User(string name) => new() { ["accountId"] = name };

        public override string? NameOf(JsonNode user) => (string?)user["accountId"];
    }
}
