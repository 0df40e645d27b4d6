using System.Globalization;
using System.Text.Json.Nodes;

namespace Hongyan.Testing;

/// <summary>Writes what a person does with a robot as the JSON that the platform encrypts.</summary>
internal static class RobotPlaintextWriter
{
    /// <summary>What stands in every document.</summary>
    /// <param name="robotId">aibotid.</param>
    /// <param name="header">Who, where and when.</param>
    public static JsonObject Begin(string robotId, DocumentHeader header)
    {
        var root = new JsonObject { ["msgid"] = $"CAIQ{header.Number.ToString(CultureInfo.InvariantCulture)}", ["aibotid"] = robotId };
        if (header.Chat is not null)
            root["chatid"] = header.Chat;
        root["chattype"] = header.Chat is null ? "single" : "group";
        root["from"] = new JsonObject { ["userid"] = header.Person };
        return root;
    }

    /// <summary>Adds what the person does.</summary>
    public static void Add(JsonObject root, MemberAction action, DateTimeOffset createdAt)
    {
        var kind = action.Kind;
        root["msgtype"] = kind.IsEvent ? "event" : kind.Name;
        if (kind.IsEvent)
        {
            root["create_time"] = createdAt.ToUnixTimeSeconds();
            root["event"] = new JsonObject { ["eventtype"] = kind.Name };
        }
        foreach (var field in kind.Fields.Where(field => field.Default is not null && action.Fields.All(given => given.Name != field.Name)))
            Put(root, field, field.Default!);
        foreach (var (name, value) in action.Fields)
            Put(root, kind.FindField(name)!, value);
        foreach (var item in root["mixed"]?["msg_item"]?.AsArray() ?? [])
            item!["msgtype"] = item["text"] is null ? "image" : "text";
    }

    private static void Put(JsonObject root, ActionField field, string value)
    {
        JsonNode leaf = field.IsNumber ? JsonValue.Create(decimal.Parse(value, CultureInfo.InvariantCulture)) : JsonValue.Create(value);
        var steps = field.Path.Split('/');
        var parent = root;
        foreach (var step in steps[..^1])
            parent = Open(parent, step);
        var name = steps[^1].TrimStart('+');
        if (steps[^1].StartsWith('+'))
            ArrayIn(parent, name).Add(leaf);
        else
            parent[name] = leaf;
    }

    private static JsonObject Open(JsonObject parent, string step)
    {
        if (step.StartsWith('+'))
        {
            var added = new JsonObject();
            ArrayIn(parent, step[1..]).Add((JsonNode)added);
            return added;
        }
        if (parent[step] is JsonArray { Count: > 0 } open)
            return open[^1]!.AsObject();
        if (parent[step] is not JsonObject child)
            parent[step] = child = new JsonObject();
        return child;
    }

    private static JsonArray ArrayIn(JsonObject parent, string name)
    {
        if (parent[name] is not JsonArray array)
            parent[name] = array = [];
        return array;
    }
}
