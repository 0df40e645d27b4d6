namespace Hongyan.Server.Push;

/// <summary>Names the texts of pushes: PushTexts.resx is Chinese, PushTexts.en.resx English.</summary>
internal sealed class PushTexts;
