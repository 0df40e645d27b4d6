using System.Text.Encodings.Web;
using System.Text.Json;
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

    /// <summary>Whether a text field reads wiki markup.</summary>
    public abstract bool KnowsWiki { get; }

    /// <summary>A text field that takes plain text literally.</summary>
    public abstract JsonNode Text(string text);

    /// <summary>How many characters of Jira's limit a text takes.</summary>
    public abstract int LengthOf(string text);

    /// <summary>A person.</summary>
    public abstract JsonObject User(string name);

    /// <summary>How <see cref="User"/> calls somebody whom the search found.</summary>
    public abstract string? NameOf(JsonNode user);

    private sealed class Server : JiraFlavor
    {
        public override string Api => "rest/api/2";

        public override string Search => "search";

        public override string UserQuery => "username";

        public override bool KnowsWiki => true;

        public override JsonNode Text(string text) => JsonValue.Create(WikiText.Escape(text));

        public override int LengthOf(string text) => WikiText.Escape(text).Length;

        public override JsonObject User(string name) => new() { ["name"] = name };

        public override string? NameOf(JsonNode user) => (string?)user["name"];
    }

    private sealed class Cloud : JiraFlavor
    {
        private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

        public override string Api => "rest/api/3";

        public override string Search => "search/jql";

        public override string UserQuery => "query";

        public override bool KnowsWiki => false;

        public override JsonNode Text(string text) => JiraDocument.Of(text);

        /// <summary>The document with its brackets: what Jira counts is not written down, and this is never less.</summary>
        public override int LengthOf(string text) => JiraDocument.Of(text).ToJsonString(Plain).Length;

        public override JsonObject User(string name) => new() { ["accountId"] = name };

        public override string? NameOf(JsonNode user) => (string?)user["accountId"];
    }
}
