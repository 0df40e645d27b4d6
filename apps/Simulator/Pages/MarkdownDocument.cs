using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Hongyan.Simulator.Pages;

/// <summary>Messages of the type markdown_v2: lists, tables, pictures, code blocks. HTML inside them is text, and links lead to the web only.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/91770.</remarks>
internal static class MarkdownDocument
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseSoftlineBreakAsHardlineBreak().Build();

    /// <summary>The HTML of a message.</summary>
    public static string ToHtml(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        // Headings would join the page's own outline.
        foreach (var heading in document.Descendants<HeadingBlock>())
            heading.GetAttributes().AddProperty("role", "presentation");
        foreach (var link in document.Descendants<LinkInline>().ToList())
            Restrict(link);
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => link.IsEmail || !LinkedText.IsWeb(link.Url)).ToList())
            link.ReplaceBy(new LiteralInline(link.Url), copyChildren: false);
        foreach (var table in document.Descendants<Table>())
            Align(table);
        return document.ToHtml(Pipeline);
    }

    // Markdig would write style attributes, which the page's policy refuses.
    private static void Align(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            foreach (var (cell, column) in row.OfType<TableCell>().Zip(table.ColumnDefinitions))
            {
                if (column.Alignment is { } alignment)
                    cell.GetAttributes().AddClass($"align-{alignment}");
            }
        }
        foreach (var column in table.ColumnDefinitions)
            column.Alignment = null;
    }

    private static void Restrict(LinkInline link)
    {
        link.GetDynamicUrl = null;
        if (!LinkedText.IsWeb(link.Url ?? ""))
        {
            // What the label says stays; where it would have led does not.
            link.ReplaceBy(new LiteralInline(link.FirstChild is LiteralInline label ? label.Content.ToString() : link.Url ?? ""), copyChildren: false);
            return;
        }
        var attributes = link.GetAttributes();
        if (link.IsImage)
        {
            attributes.AddProperty("loading", "lazy");
            attributes.AddProperty("referrerpolicy", "no-referrer");
        }
        else
        {
            attributes.AddProperty("rel", "noreferrer");
            attributes.AddProperty("target", "_blank");
        }
    }
}
