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
        if (await page.EvaluateAsync<bool>("() => typeof axe === 'undefined'"))
            await page.EvaluateAsync(Script);
        // All rules run; what passes is not listed node by node.
        var result = await page.EvaluateAsync<JsonElement>("() => axe.run({ resultTypes: ['violations'] })");
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
