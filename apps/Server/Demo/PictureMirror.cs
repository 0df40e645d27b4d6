using System.ComponentModel;
using System.Diagnostics;

namespace Hongyan.Server.Demo;

/// <summary>Mirrors a picture left to right with the ffmpeg program, where it is installed.</summary>
internal sealed partial class PictureMirror(ILogger<PictureMirror> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Mirrors a JPG or PNG.</summary>
    /// <param name="picture">The whole picture.</param>
    /// <param name="cancellationToken">Ends the wait, and ffmpeg with it.</param>
    /// <returns>The mirrored picture as PNG, or null where ffmpeg is missing or cannot read the picture.</returns>
    public async Task<byte[]?> MirrorAsync(ReadOnlyMemory<byte> picture, CancellationToken cancellationToken)
    {
        using var ffmpeg = Start();
        if (ffmpeg is null)
            return null;

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var mirrored = new MemoryStream();
            // All three at once: a program whose output nobody reads stops reading its input.
            await Task.WhenAll(
                FeedAsync(ffmpeg, picture, patience.Token),
                ffmpeg.StandardOutput.BaseStream.CopyToAsync(mirrored, patience.Token),
                LogComplaintsAsync(ffmpeg, patience.Token));
            await ffmpeg.WaitForExitAsync(patience.Token);
            return ffmpeg.ExitCode == 0 && mirrored.Length > 0 ? mirrored.ToArray() : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogTooSlow(logger, Patience.TotalSeconds);
            return null;
        }
        finally
        {
            if (!ffmpeg.HasExited)
                ffmpeg.Kill();
        }
    }

    private static Process? Start()
    {
        var start = new ProcessStartInfo("ffmpeg")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // Only a picture and only from the pipe: a playlist in disguise must not make ffmpeg open anything else.
        foreach (var argument in "-hide_banner -loglevel error -nostdin -protocol_whitelist pipe -format_whitelist png_pipe,jpeg_pipe -i pipe:0 -frames:v 1 -vf hflip -f image2pipe -c:v png pipe:1".Split(' '))
            start.ArgumentList.Add(argument);
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static async Task FeedAsync(Process ffmpeg, ReadOnlyMemory<byte> picture, CancellationToken cancellationToken)
    {
        try
        {
            await using var input = ffmpeg.StandardInput.BaseStream;
            await input.WriteAsync(picture, cancellationToken);
        }
        catch (IOException)
        {
            // ffmpeg had read enough, or gave up; its exit code tells which.
        }
    }

    private async Task LogComplaintsAsync(Process ffmpeg, CancellationToken cancellationToken)
    {
        var complaints = await ffmpeg.StandardError.ReadToEndAsync(cancellationToken);
        if (complaints.Length > 0)
            LogComplaint(logger, complaints.ReplaceLineEndings(" ").Trim());
    }

    [LoggerMessage(1, LogLevel.Warning, "ffmpeg: {Complaint}")]
    private static partial void LogComplaint(ILogger logger, string complaint);

    [LoggerMessage(2, LogLevel.Warning, "ffmpeg took longer than {Seconds} s and was ended")]
    private static partial void LogTooSlow(ILogger logger, double seconds);
}
