using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Media;

/// <summary>The company's media files, in memory: beyond 200 MB in all the oldest is forgotten, but what is permanent.</summary>
public sealed class MediaStore(SimulatedClock clock)
{
    /// <summary>How long a media id is good for.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(3);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, MediaFile> _files = [];
    private readonly Queue<string> _oldestFirst = [];
    private long _length;
    private long _permanentLength;

    /// <summary>Bytes that are kept.</summary>
    public long Capacity { get; init; } = 200 * 1024 * 1024;

    /// <summary>Keeps a file under a new media id. Without a name it is called after that.</summary>
    public MediaFile Add(MediaKind kind, string? fileName, byte[] content)
    {
        var file = Make(kind, fileName, content);
        var id = file.MediaId;
        lock (_lock)
        {
            _files.Add(id, file);
            _oldestFirst.Enqueue(id);
            _length += content.Length;
            while (_length > Capacity && _oldestFirst.Count > 1)
            {
                _files.Remove(_oldestFirst.Dequeue(), out var oldest);
                _length -= oldest!.Content.Length;
            }
        }
        return file;
    }

    /// <summary>Keeps a file until it is removed (永久素材); null when there is no room for it.</summary>
    public MediaFile? AddPermanent(MediaKind kind, string? fileName, byte[] content)
    {
        var file = Make(kind, fileName, content) with { IsPermanent = true };
        lock (_lock)
        {
            if (_permanentLength + content.Length > Capacity)
                return null;
            _files.Add(file.MediaId, file);
            _permanentLength += content.Length;
        }
        return file;
    }

    /// <summary>Takes a permanent file away.</summary>
    public void RemovePermanent(string mediaId)
    {
        lock (_lock)
        {
            if (_files.TryGetValue(mediaId, out var file) && file.IsPermanent && _files.Remove(mediaId))
                _permanentLength -= file.Content.Length;
        }
    }

    /// <summary>The file, even when its media id is no longer good: who has it in the chat still sees it.</summary>
    public MediaFile? Find(string mediaId)
    {
        lock (_lock)
            return _files.GetValueOrDefault(mediaId);
    }

    /// <summary>The file, unless its three days are over.</summary>
    public MediaFile? FindValid(string mediaId) => Find(mediaId) is { } file && (file.IsPermanent || clock.Now < file.CreatedAt + Lifetime) ? file : null;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _files.Clear();
            _oldestFirst.Clear();
            _length = _permanentLength = 0;
        }
    }

    private MediaFile Make(MediaKind kind, string? fileName, byte[] content)
    {
        var id = Invented.MediaId();
        var format = MediaFormat.Of(content);
        return new(id, kind, fileName ?? $"{id}.{format?.Name ?? "dat"}", format, content, clock.Now);
    }
}
