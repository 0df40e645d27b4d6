namespace Hongyan.Server.Demo;

/// <summary>Names the texts of the demo bot: DemoTexts.resx is Chinese, DemoTexts.en.resx English.</summary>
internal sealed class DemoTexts;
