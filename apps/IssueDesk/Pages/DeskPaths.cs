using System.Globalization;

namespace Hongyan.IssueDesk.Pages;

/// <summary>Where the desk's pages are.</summary>
internal static class DeskPaths
{
    public const string Root = "/console/issuedesk";
    public const string Drafts = Root + "/drafts";
    public const string Routes = Root + "/routes";
    public const string Tracker = Root + "/tracker";
    public const string People = Root + "/people";
    public const string Texts = Root + "/texts";

    public static string Draft(long id) => string.Create(CultureInfo.InvariantCulture, $"{Drafts}/{id}");

    public static string Route(int number) => string.Create(CultureInfo.InvariantCulture, $"{Routes}/{number}");

    public static string Text(string name) => $"{Texts}/{Uri.EscapeDataString(name)}";
}
