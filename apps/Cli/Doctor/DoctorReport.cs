using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hongyan.Cli.Inspecting;
using Hongyan.Cli.Resources;

namespace Hongyan.Cli.Doctor;

/// <summary>What was found, for people and for programs.</summary>
internal sealed record DoctorReport(string Account, Platform Platform, IReadOnlyList<Check> Checks)
{
    // Chinese as it is: this goes to a terminal or a program, not into a page.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether something does not work.</summary>
    public bool HasProblems => Checks.Any(check => check.State == CheckState.Problem);

    /// <summary>Line by line, and then what to mend, in the order to mend it.</summary>
    public string ToText()
    {
        var text = new StringBuilder(Texts.Get("Doctor.Heading", Account, Platform)).Append('\n');
        foreach (var check in Checks)
            text.Append(MarkOf(check.State)).Append(' ').Append(Texts.Get($"Doctor.Name.{check.Name}")).Append(Texts.Get("Doctor.Colon")).Append(check.Text).Append('\n');

        var fixes = Checks.Where(check => check is { State: CheckState.Problem, Fix: not null }).ToList();
        text.Append('\n').Append(Texts.Get(fixes.Count == 0 ? "Doctor.AllGood" : "Doctor.ToMend"));
        for (var i = 0; i < fixes.Count; i++)
            text.Append('\n').Append(i + 1).Append(". ").Append(fixes[i].Fix);
        foreach (var notice in Checks.Where(check => check is { State: CheckState.Notice, Fix: not null }))
            text.Append('\n').Append("· ").Append(notice.Fix);
        return text.ToString();
    }

    /// <summary>One line of JSON.</summary>
    public string ToJson() => new JsonObject
    {
        ["account"] = Account,
        ["platform"] = Platform.ToString(),
        ["ok"] = !HasProblems,
        ["checks"] = new JsonArray([.. Checks.Select(check =>
        {
            var json = new JsonObject { ["name"] = check.Name, ["state"] = check.State.ToString().ToLowerInvariant(), ["text"] = check.Text };
            if (check.Fix is not null)
                json["fix"] = check.Fix;
            return (JsonNode)json;
        })]),
    }.ToJsonString(Readable);

    private static char MarkOf(CheckState state) => state switch { CheckState.Good => '✓', CheckState.Notice => '!', CheckState.Problem => '✗', _ => '-' };
}
