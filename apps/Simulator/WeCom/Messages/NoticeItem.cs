namespace Hongyan.Simulator.WeCom;

/// <summary>A line of a mini program notice (小程序通知).</summary>
public sealed record NoticeItem(string Key, string Value);
