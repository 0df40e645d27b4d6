using System.Runtime.CompilerServices;

namespace Hongyan.OfficialAccount;

/// <summary>Reads lists of OpenIDs page by page, each behind the last one of the page before.</summary>
internal static class OpenIdPages
{
    private const int PageSize = 10000;

    public static async IAsyncEnumerable<string> ReadAsync(
        Func<string, CancellationToken, Task<OpenIdPageWire>> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = "";
        while (true)
        {
            var page = await read(after, cancellationToken).ConfigureAwait(false);
            var openIds = page.Data?.OpenIds ?? [];
            foreach (var openId in openIds)
                yield return openId;
            // The last page names its last one as well; asking behind it would cost a call of a small quota.
            if (openIds.Count < PageSize || string.IsNullOrEmpty(page.Next) || page.Next == after)
                yield break;
            after = page.Next;
        }
    }
}
