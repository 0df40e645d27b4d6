using Hongyan.Simulator.Hosting;
using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Pages;

/// <summary>The pages of articles that a 公众号 published, sent to many, or has as drafts.</summary>
internal static class ArticlePieces
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/s/{id}", (string id, ArticleBook articles, SimulatedWorld world, HttpContext context) => articles.Find(id) switch
        {
            null => Results.NotFound(),
            { IsDeleted: true } => PageEndpoints.Render<DeletedArticlePage>([]),
            var found => Show(found.Article, world.FindAccount(found.Account), context),
        }).ExcludeFromDescription();
        app.MapGet("/s/preview/{mediaId}/{index:int}", (string mediaId, int index, Drafts drafts, SimulatedWorld world, HttpContext context) =>
        {
            foreach (var account in world.Accounts)
            {
                if (drafts.Find(account, mediaId) is { } draft && index >= 0 && index < draft.Articles.Count)
                    return Show(draft.Articles[index], account, context);
            }
            return Results.NotFound();
        }).ExcludeFromDescription();
    }

    private static IResult Show(DraftArticle article, Account? account, HttpContext context)
    {
        var address = context.RequestServices.GetRequiredService<SimulatorAddress>();
        var pictures = string.Concat(article.PictureIds.Select(id => $"<p><img src=\"{address.Of(Control.MemberMedia.PathOf(id))}\" alt=\"\"></p>"));
        context.Response.Headers.ContentSecurityPolicy = ArticlePage.Policy;
        return PageEndpoints.Render<ArticlePage>(new()
        {
            ["Article"] = new Article(article.Title, article.Digest, "", article.SourceUrl)
            {
                Author = article.Author.Length > 0 ? $"{article.Author} · {account?.DisplayName}" : account?.DisplayName, Content = pictures + article.Content,
            },
        });
    }
}
