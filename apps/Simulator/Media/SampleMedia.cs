using System.Text;

namespace Hongyan.Simulator.Media;

/// <summary>A picture, a voice, a video and a file for messages that name none, so that a bot can download what it is sent.</summary>
public sealed class SampleMedia(MediaStore store)
{
    // A silent frame of AMR is one byte and lasts 20 milliseconds.
    private const byte SilentFrame = 0x7C;
    private const int VoiceFrames = 100;

    private readonly Lock _lock = new();
    private readonly Dictionary<MediaKind, string> _ids = [];

    /// <summary>The sample of this kind: image, voice, video or file. It is uploaded anew when its media id has expired.</summary>
    public MediaFile Get(MediaKind kind)
    {
        lock (_lock)
        {
            if (_ids.TryGetValue(kind, out var id) && store.FindValid(id) is { } file)
                return file;
            file = kind switch
            {
                MediaKind.Image => store.Add(kind, "示例图片.jpg", Read("sample.jpg")),
                MediaKind.Voice => store.Add(kind, "示例语音.amr", [.. "#!AMR\n"u8, .. Enumerable.Repeat(SilentFrame, VoiceFrames)]),
                MediaKind.File => store.Add(kind, "示例文件.txt", Encoding.UTF8.GetBytes("这是一个示例文件。\n")),
                _ => store.Add(kind, "示例视频.mp4", Read("sample.mp4")),
            };
            _ids[kind] = file.MediaId;
            return file;
        }
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(SampleMedia).Assembly.GetManifestResourceStream($"Hongyan.Simulator.Media.Samples.{name}")!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
