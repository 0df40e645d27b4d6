using Hongyan.Hub.Accounts;
using Hongyan.Hub.Shell;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Hongyan.Hub.SignIn;

/// <summary>
/// Where there is no administrator yet, the way to become one: a link that serves once, in a file that only whoever runs the server can
/// read. It is written at each start until it has been used, and never logged.
/// </summary>
internal sealed class SetupLink(ConsoleOptions options, ConsoleAccounts accounts, IServer server, TimeProvider time) : IHostedLifecycleService
{
    private const string FileName = "setup-link.txt";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private byte[]? _hash;
    private DateTimeOffset _expiresAt;

    /// <summary>The file that the link stands in; null where none is needed.</summary>
    public string? PendingFile => _hash is null ? null : FilePath;

    private string? FilePath => options.DataFolder is { } folder ? Path.Combine(folder, FileName) : null;

    /// <summary>Whether this is the link's secret, and in time.</summary>
    public SetupLinkState Judge(string secret)
    {
        if (!OneTimeLink.Fits(secret, _hash))
            return SetupLinkState.Wrong;
        return time.GetUtcNow() < _expiresAt ? SetupLinkState.Good : SetupLinkState.Expired;
    }

    /// <summary>There is an administrator now: the link is worth nothing and its file goes.</summary>
    public void Discard()
    {
        _hash = null;
        if (FilePath is { } path)
            File.Delete(path);
    }

    /// <summary>Writes the link once the address is known that it leads to.</summary>
    /// <exception cref="HongyanStartupException">HY1021: the file cannot be written.</exception>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (FilePath is not { } path || options.SignsInAlone)
            return;
        if (await accounts.HasAdministratorAsync(cancellationToken))
        {
            File.Delete(path);
            return;
        }

        var secret = OneTimeLink.New();
        try
        {
            await WriteAsync(path, $"{Address()}{ConsolePaths.Setup}?token={secret}\n", cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new HongyanStartupException("HY1021", $"The one-time link for the first administrator cannot be written to {path}: {failure.Message}");
        }
        (_hash, _expiresAt) = (OneTimeLink.HashOf(secret), time.GetUtcNow() + Lifetime);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        // Rights are given when a file is created, so one that is there already has to go first.
        File.Delete(path);
        var settings = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            settings.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var writer = new StreamWriter(path, settings);
        await writer.WriteAsync(text.AsMemory(), cancellationToken);
    }

    private string Address()
    {
        var address = BindingAddress.Parse(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://127.0.0.1");
        var host = address.Host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : address.Host;
        return $"{address.Scheme}://{host}:{address.Port}";
    }
}
