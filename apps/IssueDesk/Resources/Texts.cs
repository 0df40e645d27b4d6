namespace Hongyan.IssueDesk.Resources;

/// <summary>Names what the desk says: Texts.resx is Chinese, Texts.en.resx English.</summary>
internal sealed class Texts;
