using System.Diagnostics;

namespace Hongyan.Load.Proof;

/// <summary>Debian's nginx in front of several servers, each request to the next one; a server that is gone is passed over.</summary>
internal sealed class Nginx : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly string _folder = Directory.CreateTempSubdirectory("hongyan-nginx-").FullName;
    private readonly Process _process;

    private Nginx(IReadOnlyList<string> servers)
    {
        Address = $"http://127.0.0.1:{Platform.FreePort()}";
        File.WriteAllText(Path.Combine(_folder, "nginx.conf"), $$"""
            {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
            daemon off;
            pid {{_folder}}/pid;
            error_log {{_folder}}/error.log;
            worker_processes 1;
            events { worker_connections 8192; }
            http {
              access_log off;
              client_body_temp_path {{_folder}}/body;
              proxy_temp_path {{_folder}}/proxy;
              fastcgi_temp_path {{_folder}}/fastcgi;
              uwsgi_temp_path {{_folder}}/uwsgi;
              scgi_temp_path {{_folder}}/scgi;
              upstream nodes {
                {{string.Concat(servers.Select(server => $"server {new Uri(server).Authority} max_fails=1 fail_timeout=1s; "))}}
                keepalive 64;
              }
              server {
                listen {{new Uri(Address).Authority}};
                location / {
                  proxy_pass http://nodes;
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                  proxy_connect_timeout 1s;
                  # A message that arrives twice is one message, so it may be given to another server.
                  proxy_next_upstream error timeout non_idempotent;
                }
              }
            }
            """);
        _process = Process.Start("nginx", ["-p", _folder, "-c", Path.Combine(_folder, "nginx.conf"), "-e", Path.Combine(_folder, "error.log")]);
    }

    public string Address { get; }

    public static async Task<Nginx> StartAsync(IReadOnlyList<string> servers, CancellationToken cancellationToken)
    {
        var nginx = new Nginx(servers);
        using var http = new HttpClient();
        while (true)
        {
            if (nginx._process.HasExited)
                throw new InvalidOperationException($"nginx ended with {nginx._process.ExitCode}.");
            try
            {
                // There is nobody behind it yet, and it says so.
                using var response = await http.GetAsync(new Uri(nginx.Address), cancellationToken);
                return nginx;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(Pause, cancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
