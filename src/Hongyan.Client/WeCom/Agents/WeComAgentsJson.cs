using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>How the calls about applications are written and read, generated at build time.</summary>
[JsonSourceGenerationOptions(
    NumberHandling = JsonNumberHandling.AllowReadingFromString, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AgentWire))]
[JsonSerializable(typeof(AgentListWire))]
[JsonSerializable(typeof(AgentQuery))]
[JsonSerializable(typeof(WorkbenchWire))]
internal sealed partial class WeComAgentsJson : JsonSerializerContext;

/// <summary>An application as the platform writes and reads one.</summary>
internal sealed record AgentWire
{
    [JsonPropertyName("agentid")]
    public int AgentId { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("square_logo_url")]
    public string? LogoUrl { get; init; }

    [JsonPropertyName("logo_mediaid")]
    public string? LogoMediaId { get; init; }

    [JsonPropertyName("description")]
    public string? Description { get; init; }

    [JsonPropertyName("allow_userinfos")]
    public VisibleUsersWire? VisibleUsers { get; init; }

    [JsonPropertyName("allow_partys")]
    public VisibleDepartmentsWire? VisibleDepartments { get; init; }

    [JsonPropertyName("allow_tags")]
    public VisibleTagsWire? VisibleTags { get; init; }

    [JsonPropertyName("close")]
    public int? Close { get; init; }

    [JsonPropertyName("redirect_domain")]
    public string? RedirectDomain { get; init; }

    [JsonPropertyName("report_location_flag")]
    public int? ReportLocation { get; init; }

    [JsonPropertyName("isreportenter")]
    public int? ReportEnter { get; init; }

    [JsonPropertyName("home_url")]
    public string? HomeUrl { get; init; }

    public static AgentWire Of(int agentId, AgentChanges changes) => new()
    {
        AgentId = agentId,
        Name = changes.Name,
        Description = changes.Description,
        LogoMediaId = changes.LogoMediaId,
        RedirectDomain = changes.TrustedDomain,
        ReportLocation = Flag(changes.ReportsLocation),
        ReportEnter = Flag(changes.ReportsEntering),
        HomeUrl = changes.HomeUrl,
    };

    public Agent ToAgent() => new()
    {
        AgentId = AgentId,
        Name = Name ?? "",
        LogoUrl = NullIfEmpty(LogoUrl),
        Description = NullIfEmpty(Description),
        VisibleUserIds = [.. (VisibleUsers?.Users ?? []).Select(user => user.UserId ?? "")],
        VisibleDepartmentIds = VisibleDepartments?.Ids ?? [],
        VisibleTagIds = VisibleTags?.Ids ?? [],
        IsDisabled = Close == 1,
        TrustedDomain = NullIfEmpty(RedirectDomain),
        ReportsLocation = ReportLocation is > 0,
        ReportsEntering = ReportEnter == 1,
        HomeUrl = NullIfEmpty(HomeUrl),
    };

    private static int? Flag(bool? value) => value switch { null => null, true => 1, false => 0 };

    private static string? NullIfEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

internal sealed record VisibleUsersWire([property: JsonPropertyName("user")] IReadOnlyList<VisibleUserWire>? Users);

internal sealed record VisibleUserWire([property: JsonPropertyName("userid")] string? UserId);

internal sealed record VisibleDepartmentsWire([property: JsonPropertyName("partyid")] IReadOnlyList<int>? Ids);

internal sealed record VisibleTagsWire([property: JsonPropertyName("tagid")] IReadOnlyList<int>? Ids);

internal sealed record AgentListWire([property: JsonPropertyName("agentlist")] IReadOnlyList<AgentSummary>? Agents);

internal sealed record AgentQuery([property: JsonPropertyName("agentid")] int AgentId);

/// <summary>A template or a member's content: the part that <c>type</c> names is filled.</summary>
internal sealed record WorkbenchWire
{
    [JsonPropertyName("agentid")]
    public int? AgentId { get; init; }

    [JsonPropertyName("userid")]
    public string? UserId { get; init; }

    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("keydata")]
    public WorkbenchKeyFigures? KeyFigures { get; init; }

    [JsonPropertyName("image")]
    public WorkbenchImage? Image { get; init; }

    [JsonPropertyName("list")]
    public WorkbenchList? List { get; init; }

    [JsonPropertyName("webview")]
    public WorkbenchPage? Page { get; init; }

    [JsonPropertyName("replace_user_data")]
    public bool? ReplaceUserContent { get; init; }

    public static WorkbenchWire Of(int agentId, WorkbenchContent? content) => new()
    {
        AgentId = agentId,
        Type = content?.Type ?? "normal",
        KeyFigures = content as WorkbenchKeyFigures,
        Image = content as WorkbenchImage,
        List = content as WorkbenchList,
        Page = content as WorkbenchPage,
    };

    public WorkbenchTemplate ToTemplate() => new(Type ?? "", Type switch
    {
        "keydata" => KeyFigures,
        "image" => Image,
        "list" => List,
        "webview" => Page,
        _ => null,
    });
}
