namespace Hongyan.Simulator.WeCom;

/// <summary>One article of a news reply (图文).</summary>
public sealed record Article(string Title, string Description, string PicUrl, string Url);
