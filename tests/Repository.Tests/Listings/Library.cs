namespace Hongyan.Repository.Tests.Listings;

internal sealed class Library
{
    public string Read(string title) => title;

    public string? CoverOf(string title) => title.Length > 0 ? title : null;
}
