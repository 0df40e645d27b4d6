using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hongyan.IssueDesk.Routes;

namespace Hongyan.IssueDesk.Settings;

/// <summary>Kinds of bugs as one value.</summary>
internal static class RouteList
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PreferredObjectCreationHandling = JsonObjectCreationHandling.Populate,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(IEnumerable<BugRoute> routes) => JsonSerializer.Serialize(routes, Json);

    /// <summary>A copy of a route, to be changed.</summary>
    public static BugRoute Copy(BugRoute route) => JsonSerializer.Deserialize<BugRoute>(JsonSerializer.Serialize(route, Json), Json)!;

    public static IReadOnlyList<BugRoute> Read(string json) => JsonSerializer.Deserialize<List<BugRoute>>(json, Json)!;
}
