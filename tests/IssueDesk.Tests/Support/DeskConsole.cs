using Hongyan.Hub.Storage;
using Hongyan.Hub.Tests.Fakes;
using Hongyan.IssueDesk.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.IssueDesk.Tests.Support;

/// <summary>The desk with its console, and the people who work there.</summary>
internal sealed class DeskConsole : IAsyncDisposable
{
    private const string Password = "correct horse 42";

    private readonly DeskFolder _folder;
    private readonly bool _ownsFolder;
    private readonly List<PageClient> _visitors = [];

    private DeskConsole(Desk desk, DeskFolder folder, bool ownsFolder) => (Desk, _folder, _ownsFolder) = (desk, folder, ownsFolder);

    public Desk Desk { get; }

    /// <summary>Signed in as administrator.</summary>
    public PageClient Administrator { get; private set; } = null!;

    public IssueDeskOptions Options => Desk.Host.Services.GetRequiredService<DeskSettings>().Current;

    /// <summary>Starts with values as files have them.</summary>
    public static Task<DeskConsole> StartAsync(params (string Key, string Value)[] files) => StartAsync(new DeskFolder(), ownsFolder: true, files, []);

    /// <summary>Starts with values as files have them, and others from outside.</summary>
    public static Task<DeskConsole> StartAsync((string Key, string Value)[] files, params (string Key, string Value)[] outside) =>
        StartAsync(new DeskFolder(), ownsFolder: true, files, outside);

    /// <summary>Starts on the store of an earlier process.</summary>
    public static Task<DeskConsole> StartOnAsync(DeskFolder folder, params (string Key, string Value)[] files) => StartAsync(folder, ownsFolder: false, files, []);

    public PageClient Visit()
    {
        var visitor = new PageClient(((TestServer)Desk.Host.Services.GetRequiredService<IServer>()).CreateHandler());
        _visitors.Add(visitor);
        return visitor;
    }

    /// <summary>Somebody of another role.</summary>
    public async Task<PageClient> VisitAsAsync(string role, string name)
    {
        var created = await Administrator.PostAsync("/console/accounts/new", "new-account", new() { ["name"] = name, ["role"] = role });
        var visitor = Visit();
        var page = await visitor.PostAsync(created.LinkOnce(), "link", new() { ["password"] = Password, ["repeated"] = Password });
        Assert.Equal(302, page.Status);
        return visitor;
    }

    /// <summary>The lines of the audit about an action, the oldest first.</summary>
    public async Task<IReadOnlyList<AuditRow>> AuditAsync(string action)
    {
        await using var db = _folder.OpenHub();
        return await db.Audit.Where(entry => entry.Action == action).OrderBy(entry => entry.Id).ToListAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _visitors.ForEach(visitor => visitor.Dispose());
        await Desk.DisposeAsync();
        if (_ownsFolder)
            _folder.Dispose();
    }

    private static async Task<DeskConsole> StartAsync(DeskFolder folder, bool ownsFolder, (string Key, string Value)[] files, (string Key, string Value)[] outside)
    {
        var console = new DeskConsole(await Desk.StartWithConsoleAsync(folder, files, outside), folder, ownsFolder);
        console.Administrator = console.Visit();
        var page = File.Exists(Path.Combine(folder.Location, "setup-link.txt"))
            ? await console.Administrator.PostAsync(folder.SetupPath, "setup", new() { ["name"] = "admin", ["password"] = Password, ["repeated"] = Password })
            : await console.Administrator.PostAsync("/console/sign-in", "sign-in", new() { ["name"] = "admin", ["password"] = Password });
        Assert.True(page.Status == 302, page.Html);
        return console;
    }
}
