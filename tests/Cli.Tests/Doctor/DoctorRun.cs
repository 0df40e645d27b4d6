using System.Text.Json.Nodes;

namespace Hongyan.Cli.Tests.Doctor;

/// <summary>What <c>hongyan doctor --json</c> found.</summary>
internal sealed record DoctorRun(int ExitCode, JsonNode Report, string Printed)
{
    public static async Task<DoctorRun> OfAsync(string config, params string[] arguments)
    {
        var run = await CommandRun.OfAsync(["doctor", "--config", config, "--json", .. arguments]);
        Assert.Equal("", run.Error);
        return new DoctorRun(run.ExitCode, JsonNode.Parse(run.Output)!, run.Output);
    }

    /// <summary>The checks as <c>name state</c>.</summary>
    public IEnumerable<string> Checks => Report["checks"]!.AsArray().Select(check => $"{check!["name"]} {check["state"]}");

    /// <summary>The first check of a state.</summary>
    public JsonNode First(string state) => Report["checks"]!.AsArray().First(check => (string?)check!["state"] == state)!;
}
