namespace Hongyan.WeCom;

/// <summary>What to do about text that does not fit.</summary>
internal static class Advice
{
    public const string Cut = "Shorten it, or use Utf8Limit.Cut.";
}
