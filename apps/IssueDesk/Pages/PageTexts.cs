namespace Hongyan.IssueDesk.Pages;

/// <summary>Names what the desk's pages in the console say: PageTexts.resx is Chinese, PageTexts.en.resx English.</summary>
internal sealed class PageTexts;
