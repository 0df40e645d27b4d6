using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Text;

namespace Hongyan.Cli.Tests;

/// <summary>The part of docs/guides/command-line.md that lists commands, options and their descriptions, made from the commands themselves.</summary>
internal static class CommandPage
{
    public const string Path = "docs/guides/command-line.md";
    private const string Begin = "<!-- commands: written by CommandPageTests -->";
    private const string End = "<!-- end of commands -->";

    /// <summary>The page with its part written anew.</summary>
    public static string Render(string page)
    {
        var begin = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = page.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin > Begin.Length && end > begin, $"{Path} lacks the comments that its list of commands stands between.");
        return page[..begin] + "\n" + Commands() + "\n" + page[end..];
    }

    private static string Commands()
    {
        // The page is Chinese, whatever the machine speaks.
        Resources.Texts.Language = CultureInfo.GetCultureInfo("zh-CN");
        var text = new StringBuilder();
        foreach (var command in HongyanCommand.CreateRoot(() => Stream.Null).Subcommands)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### hongyan {command.Name}\n\n{command.Description}\n\n| 参数 | 意思 |\n|---|---|\n");
            foreach (var argument in command.Arguments)
                text.Append(CultureInfo.InvariantCulture, $"| `<{argument.Name}>` | {Cell(argument.Description)} |\n");
            foreach (var option in command.Options.Where(option => option is not HelpOption && !option.Hidden))
                text.Append(CultureInfo.InvariantCulture, $"| `{option.Name}{(option.HelpName is { } value ? $" {value}" : "")}` | {Cell(option.Description)} |\n");
        }
        return text.ToString();
    }

    private static string Cell(string? description)
    {
        Assert.False(string.IsNullOrWhiteSpace(description), "Every argument and option has a description.");
        return description!.Replace("|", "\\|", StringComparison.Ordinal);
    }
}
