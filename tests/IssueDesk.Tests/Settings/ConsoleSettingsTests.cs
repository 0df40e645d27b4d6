using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hongyan.IssueDesk.Tests.Settings;

public class ConsoleSettingsTests
{
    [Fact]
    public async Task Save_OverAFile_Wins()
    {
        await using var console = await DeskConsole.StartAsync(("IssueDesk:Tracker:TimeoutSeconds", "30"));
        var settings = console.Desk.Host.Services.GetRequiredService<ConsoleSettings>();

        Assert.IsType<SettingsSaved.Done>(await SaveAsync(settings, SettingKeys.TrackerTimeout, "45"));
        Assert.Equal(45, console.Options.Tracker.TimeoutSeconds);
        Assert.IsType<SettingsSaved.Done>(await SaveAsync(settings, SettingKeys.TrackerTimeout, null));
        Assert.Equal(30, console.Options.Tracker.TimeoutSeconds);
    }

    [Fact]
    public async Task Save_UnderTheEnvironmentOrCommandLine_DoesNotCount()
    {
        await using var console = await DeskConsole.StartAsync([], ("IssueDesk:Tracker:TimeoutSeconds", "30"));
        var settings = console.Desk.Host.Services.GetRequiredService<ConsoleSettings>();

        await SaveAsync(settings, SettingKeys.TrackerTimeout, "45");

        Assert.Equal(30, console.Options.Tracker.TimeoutSeconds);
        Assert.Equal(FixedOrigin.Program, settings.FixedBy(SettingKeys.TrackerTimeout)?.Origin);
        Assert.Null(settings.FixedBy(SettingKeys.TrackerKind));
    }

    [Theory]
    [InlineData(SettingKeys.TrackerTimeout, "0")]
    [InlineData(SettingKeys.TrackerTimeout, "many")]
    [InlineData(SettingKeys.TrackerKind, "JiraServer")]
    [InlineData(SettingKeys.Texts + "Created", "{nothing}")]
    public async Task Save_WhatCannotWork_IsRefusedAndChangesNothing(string key, string value)
    {
        await using var console = await DeskConsole.StartAsync();
        var settings = console.Desk.Host.Services.GetRequiredService<ConsoleSettings>();

        var refused = Assert.IsType<SettingsSaved.Refused>(await SaveAsync(settings, key, value));

        Assert.NotEmpty(refused.Problems);
        Assert.Null(settings.Find(key));
        Assert.Equal(20, console.Options.Tracker.TimeoutSeconds);
    }

    [Fact]
    public async Task Save_ManyAtOnceWithTheSameStamp_OneIsDone()
    {
        await using var console = await DeskConsole.StartAsync();
        var settings = console.Desk.Host.Services.GetRequiredService<ConsoleSettings>();
        var stamp = settings.StampOf(SettingKeys.Tracker);

        var saved = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => settings.SaveAsync(
            $"admin{number}", new Dictionary<string, string?> { [SettingKeys.TrackerTimeout] = $"{number}" }, (SettingKeys.Tracker, stamp), _ => { }, TestContext.Current.CancellationToken)));

        Assert.Single(saved.OfType<SettingsSaved.Done>());
        Assert.Equal(7, saved.OfType<SettingsSaved.Outdated>().Count());
        Assert.Equal($"admin{console.Options.Tracker.TimeoutSeconds}", settings.Find(SettingKeys.TrackerTimeout)!.ChangedBy);
    }

    [Fact]
    public async Task Load_SecretOfOtherKeys_IsNotSetAndTheRestIs()
    {
        using var folder = new DeskFolder();
        await using (var console = await DeskConsole.StartOnAsync(folder))
        {
            var settings = console.Desk.Host.Services.GetRequiredService<ConsoleSettings>();
            await SaveAsync(settings, SettingKeys.TrackerToken, "secret");
            await SaveAsync(settings, SettingKeys.TrackerTimeout, "45");
        }
        using (var desk = folder.OpenDesk())
        {
            desk.Settings.Single(row => row.Key == SettingKeys.TrackerToken).Value = "CfDJ8broken";
            desk.SaveChanges();
        }

        await using var again = await DeskConsole.StartOnAsync(folder);

        Assert.Equal((null, 45), (again.Options.Tracker.Token, again.Options.Tracker.TimeoutSeconds));
    }

    [Fact]
    public async Task Start_ConsoleHasWhatAFileLacks_Starts()
    {
        using var folder = new DeskFolder();
        await using (var console = await DeskConsole.StartOnAsync(folder, ("IssueDesk:Tracker:Kind", "JiraServer"), ("IssueDesk:Tracker:BaseUrl", "https://jira.test"), ("IssueDesk:Tracker:Token", "first")))
            await SaveAsync(console.Desk.Host.Services.GetRequiredService<ConsoleSettings>(), SettingKeys.TrackerToken, "second");

        await using var again = await DeskConsole.StartOnAsync(folder, ("IssueDesk:Tracker:Kind", "JiraServer"), ("IssueDesk:Tracker:BaseUrl", "https://jira.test"));

        Assert.Equal("second", again.Options.Tracker.Token);
        await Assert.ThrowsAsync<OptionsValidationException>(() => DeskConsole.StartAsync(("IssueDesk:Tracker:Kind", "JiraServer")));
    }

    [Fact]
    public async Task File_ChangedWhileItRuns_TakesEffectUnderTheConsole()
    {
        using var folder = new DeskFolder();
        var file = Path.Combine(folder.Location, "desk.json");
        await File.WriteAllTextAsync(file, """{"IssueDesk":{"Texts":{"Kept":"甲「{title}」","Cancelled":"甲"}}}""", TestContext.Current.CancellationToken);
        var console = new ConsoleConfiguration();
        var root = new ConfigurationManager();
        root.AddJsonFile(file, optional: false, reloadOnChange: false);
        root.AddCommandLine(["--IssueDesk:Texts:Expired=丙 {title}"]);
        console.AddTo(root);
        console.Take(new Dictionary<string, string> { ["Texts:Kept"] = "乙「{title}」", ["Texts:Expired"] = "乙" });

        Assert.Equal(("乙「{title}」", "甲", "丙 {title}"), (root["IssueDesk:Texts:Kept"], root["IssueDesk:Texts:Cancelled"], root["IssueDesk:Texts:Expired"]));
        await File.WriteAllTextAsync(file, """{"IssueDesk":{"Texts":{"Kept":"丁","Cancelled":"丁"}}}""", TestContext.Current.CancellationToken);
        ((IConfigurationRoot)root).Reload();

        Assert.Equal(("乙「{title}」", "丁"), (root["IssueDesk:Texts:Kept"], root["IssueDesk:Texts:Cancelled"]));
    }

    [Fact]
    public void Find_SetByTheCommandLineOrTheEnvironment_NamesIt()
    {
        var console = new ConsoleConfiguration();
        var root = new ConfigurationManager();
        root.AddEnvironmentVariables("HONGYAN_TEST_NOBODY_HAS_THIS_");
        root.AddCommandLine(["--IssueDesk:Tracker:Kind=Demo"]);
        console.AddTo(root);
        var outside = new OutsideValues(root, console, new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = "Production" });

        Assert.Equal(new FixedValue(FixedOrigin.CommandLine, "--IssueDesk:Tracker:Kind"), outside.Find(SettingKeys.TrackerKind));
        Assert.Null(outside.Find(SettingKeys.TrackerToken));
    }

    private static Task<SettingsSaved> SaveAsync(ConsoleSettings settings, string key, string? value) => settings.SaveAsync(
        "admin", new Dictionary<string, string?> { [key] = value }, (key, settings.StampOf(key)), _ => { }, TestContext.Current.CancellationToken);
}
