using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using Hongyan.Tests;

namespace Hongyan.Server.Tests;

/// <summary>deploy/two-nodes.sh: two nodes on one PostgreSQL behind Debian's nginx, with the configuration that people deploy.</summary>
public sealed class TwoNodes : IAsyncLifetime
{
    private static readonly string[] Ports = ["HTTPS_PORT", "HTTP_PORT", "NODE1_PORT", "NODE2_PORT"];

    private Process? _script;

    public TwoNodes() => Client = new HttpClient(new SocketsHttpHandler
    {
        // Nobody has signed the certificate, but it is known.
        SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == X509CertificateLoader.LoadCertificateFromFile(Path.Combine(Folder, "nginx", "fullchain.pem")).Thumbprint },
        AllowAutoRedirect = false,
    });

    /// <summary>Why there are none; null where there are.</summary>
    public static string? Missing => File.Exists("/usr/sbin/nginx") ? PostgreSqlServer.Missing : "nginx is not installed (Debian: nginx).";

    /// <summary>Where the script keeps what it needs.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("hongyan-two-").FullName;

    /// <summary>Talks to nginx.</summary>
    public HttpClient Client { get; }

    public string ConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
            return;
        ConnectionString = await (await PostgreSqlServer.SharedAsync()).CreateDatabaseAsync();
        var ports = Enumerable.Range(0, Ports.Length).Select(_ => FreePort.Next()).ToList();
        var start = new ProcessStartInfo("bash", [Script(), typeof(ServerHost).Assembly.Location, Folder, "--environment=Development", "--Simulator:Enabled=false", "--Logging:LogLevel:Default=Warning"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in Ports.Zip(ports))
            start.Environment[name] = value.ToString(CultureInfo.InvariantCulture);
        start.Environment["CONNECTION"] = ConnectionString;
        start.Environment["WATCH_INPUT"] = "1";
        Client.BaseAddress = new Uri($"https://127.0.0.1:{ports[0]}");
        _script = Process.Start(start)!;
        Assert.Contains("is served by", await _script.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? "", StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_script is not null)
        {
            // It stops all that it started when nobody is left to watch.
            _script.StandardInput.Close();
            await _script.WaitForExitAsync(CancellationToken.None);
            _script.Dispose();
        }
        if (ConnectionString.Length > 0)
            PostgreSqlServer.DropDatabase(ConnectionString);
        Directory.Delete(Folder, recursive: true);
    }

    private static string Script([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../deploy/two-nodes.sh"));
}
