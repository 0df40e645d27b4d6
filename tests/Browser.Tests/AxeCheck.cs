using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Hongyan.Browser.Tests;

/// <summary>What axe has to say about a page.</summary>
internal static class AxeCheck
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        await page.EvaluateAsync(Script);
        var result = await page.EvaluateAsync<JsonElement>("() => axe.run()");
        Assert.NotEqual(0, result.GetProperty("passes").GetArrayLength());
        return
        [
            .. result.GetProperty("violations").EnumerateArray().Select(violation =>
                $"{violation.GetProperty("impact")} {violation.GetProperty("id")}: {violation.GetProperty("help")}\n"
                + string.Join('\n', violation.GetProperty("nodes").EnumerateArray().Take(3).Select(node =>
                    $"    {node.GetProperty("target")} {node.GetProperty("failureSummary").GetString()?.ReplaceLineEndings(" ")}"))),
        ];
    }
}
