using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Hongyan.Simulator;
using Microsoft.AspNetCore.Builder;

namespace Hongyan.Cli.Tests.Fakes;

/// <summary>The simulator on a port of its own, and a configuration file that points at it.</summary>
public sealed class SimulatedPlatform : IAsyncLifetime
{
    /// <summary>The robot of the simulator's 项目群.</summary>
    public const string RobotKey = "5f0c6a1e-93d7-4b52-8e4f-2a7d1c90b6e3";

    private readonly WebApplication _simulator = SimulatorHost.Build(["--urls=http://127.0.0.1:0"]);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("hongyan-cli-");

    /// <summary>The control API.</summary>
    public HttpClient Control { get; private set; } = new();

    /// <summary>Scheme, host and port.</summary>
    public string Address => _simulator.Urls.First();

    /// <summary>The configuration file: an application, an Official Account, an AI robot and a group robot.</summary>
    public string ConfigFile => Path.Combine(_folder.FullName, "hongyan.json");

    public async ValueTask InitializeAsync()
    {
        await _simulator.StartAsync();
        Control = new HttpClient { BaseAddress = new Uri(Address) };
        await File.WriteAllTextAsync(ConfigFile, Configuration(Address));
    }

    /// <summary>Another file of the folder.</summary>
    public async Task<string> WriteAsync(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);
        return path;
    }

    /// <summary>What stands in a conversation.</summary>
    public async Task<IReadOnlyList<JsonNode>> ReadAsync(string path) =>
        [.. (await Control.GetFromJsonAsync<JsonArray>(path, TestContext.Current.CancellationToken))!.Select(entry => entry!)];

    /// <summary>Lets calls of an account fail, or none with an empty list.</summary>
    public async Task FailAsync(string name, params object[] faults)
    {
        using var response = await Control.PutAsJsonAsync($"/sim/apps/{name}/faults/calls", faults, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        Control.Dispose();
        await _simulator.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>The values that the simulator publishes, with comments as in an operator's file.</summary>
    private static string Configuration(string address) => $$"""
        {
          // The Server's names.
          "Accounts": {
            "demo": {
              "Platform": "WeCom", "CorpId": "ww2075aefc195e57e9", "AgentId": 1000002, "Secret": "xOdCg69mJHMome5rNrbh2OM62y9igO8nXcRdqLIHhBK",
              "Token": "Bmh7rztkKtemv2t1jObb", "EncodingAESKey": "0SHmvjSwdsHPNacQo7f627GkbiRyq8eIDRSo9iKbJ7c", "ApiBaseAddress": "{{address}}"
            },
            "oa": {
              "Platform": "OfficialAccount", "AppId": "wxb29832ac04b9ee46", "Secret": "318b54817d0114fdd5b60c6658cb90f0",
              "Token": "vwX2BZrcR9UeGUPzUoU2", "EncodingAESKey": "GrFKd3BaksXkE9Yxjhn2WOljnzzp6XmS3kneeW3T5IJ", "Mode": "Safe", "Verified": true, "ApiBaseAddress": "{{address}}"
            },
            "robot": {
              "Platform": "WeComRobot", "RobotId": "aibgUSUqBQEZZOjJsdqFfMSKU23", "Token": "ShYWlQbEVTClCVT7zZZL",
              "EncodingAESKey": "ghPaBbA7Ix0CHNJaBX8rwnSX9LzM4qTwQ8Tyr8d8ucf",
              "ApiBaseAddress": "{{address}}"
            }
          },
          "Robots": { "notice": { "WebhookUrl": "{{address}}/cgi-bin/webhook/send?key={{RobotKey}}" } }
        }
        """;
}
