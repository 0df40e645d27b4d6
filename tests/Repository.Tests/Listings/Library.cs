namespace Hongyan.Repository.Tests.Listings;

internal sealed class Library
{
    private readonly Dictionary<string, string> _covers = new(StringComparer.Ordinal) { ["论语"] = "media-1" };

    public string Read(string title) => _covers.ContainsKey(title) ? "学而时习之" : "";

    public string? CoverOf(string title) => _covers.GetValueOrDefault(title);
}
