namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The permanent materials of each account, and what the videos are called that were made for sending.</summary>
internal sealed class Materials(MediaStore media)
{
    /// <summary>Pictures that an account can have; of the other kinds it is <see cref="MaxOthers"/>.</summary>
    public const int MaxPictures = 100_000;

    /// <summary>Voices, videos or thumbs that an account can have.</summary>
    public const int MaxOthers = 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<Material>> _ofAccounts = [];
    private readonly Dictionary<string, (string Title, string Description)> _videos = [];

    /// <summary>The materials of a kind, the newest first.</summary>
    public IReadOnlyList<Material> Of(Account account, string type)
    {
        lock (_lock)
            return [.. ListOf(account).Where(each => each.Type == type).Reverse()];
    }

    /// <summary>The material of this id, or null.</summary>
    public Material? Find(Account account, string mediaId)
    {
        lock (_lock)
            return ListOf(account).FirstOrDefault(each => each.MediaId == mediaId);
    }

    /// <summary>Whether one more of a kind can be kept.</summary>
    public bool HasRoom(Account account, string type) => Of(account, type).Count < (type == "image" ? MaxPictures : MaxOthers);

    /// <summary>Keeps one.</summary>
    public void Add(Account account, Material material)
    {
        lock (_lock)
            ListOf(account).Add(material);
    }

    /// <summary>Takes one away with its file; false when there is none.</summary>
    public bool Remove(Account account, string mediaId)
    {
        lock (_lock)
        {
            if (ListOf(account).RemoveAll(each => each.MediaId == mediaId) == 0)
                return false;
        }
        media.RemovePermanent(mediaId);
        return true;
    }

    /// <summary>Names a video that is to be sent to many (media/uploadvideo).</summary>
    public void NameVideo(string mediaId, string title, string description)
    {
        lock (_lock)
            _videos[mediaId] = (title, description);
    }

    /// <summary>What a video is called, if anything.</summary>
    public (string Title, string Description)? NameOfVideo(Account account, string mediaId)
    {
        lock (_lock)
        {
            return _videos.TryGetValue(mediaId, out var named) ? named
                : ListOf(account).FirstOrDefault(each => each.MediaId == mediaId && each.Type == "video") is { } kept ? (kept.Title, kept.Introduction)
                : null;
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _ofAccounts.Clear();
            _videos.Clear();
        }
    }

    private List<Material> ListOf(Account account)
    {
        if (!_ofAccounts.TryGetValue(account.Name, out var list))
            _ofAccounts.Add(account.Name, list = []);
        return list;
    }
}
