using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Pages;

/// <summary>The files of a form that was posted without script.</summary>
internal static class PostedFiles
{
    /// <summary>Keeps them as media; false when one is not of the kind that is wanted. Nothing chosen is an empty list.</summary>
    public static bool TryKeep(IFormCollection form, MediaStore store, MediaKind kind, out IReadOnlyList<string> mediaIds)
    {
        var kept = new List<string>();
        mediaIds = kept;
        foreach (var file in form.Files.Where(file => file.Length > 0))
        {
            using var content = new MemoryStream();
            using (var posted = file.OpenReadStream())
                posted.CopyTo(content);
            var bytes = content.ToArray();
            if (kind != MediaKind.File && MediaFormat.Of(bytes)?.Kind != kind || bytes.Length > MediaLimit.Of(kind))
                return false;
            kept.Add(store.Add(kind, Path.GetFileName(file.FileName), bytes).MediaId);
        }
        return true;
    }
}
