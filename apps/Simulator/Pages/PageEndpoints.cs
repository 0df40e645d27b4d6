using Hongyan.Simulator.Assets;
using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Control;
using Hongyan.Simulator.Hosting;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Pages;

/// <summary>The pages, and the pieces of them that the script fetches when something has changed.</summary>
internal static class PageEndpoints
{
    public static void MapPages(this WebApplication app)
    {
        app.MapEmbeddedAssets();
        // A form without script brings its file along.
        app.MapRazorComponents<App>().WithMetadata(BodyLimit.ForMedia);
        app.MapGet("/", (SimulatedWorld world) => Results.Redirect($"/wecom/{world.Apps[0].Name}")).ExcludeFromDescription();

        app.MapGet("/official-account", (SimulatedWorld world) => Results.Redirect($"/official-account/{world.Accounts[0].Name}")).ExcludeFromDescription();
        GroupPieces.Map(app);
        RobotPieces.Map(app);
        ArticlePieces.Map(app);
        OneTimePieces.Map(app);
        app.MapGet("/articles/{id:long}/{index:int}", (long id, int index, ConversationLog chats, HttpContext context) =>
        {
            if (chats.Find(id)?.Active is not { IsRecalled: false, Articles: { } articles } || index < 0 || index >= articles.Count)
                return Results.NotFound();
            context.Response.Headers.ContentSecurityPolicy = ArticlePage.Policy;
            return Render<ArticlePage>(new() { ["Article"] = articles[index] });
        }).ExcludeFromDescription();

        MapPieces(app.MapGroup("/wecom/{app}/{userId}/pieces"), (talks, app, userId) => talks.FindWeCom(app, userId));
        MapPieces(app.MapGroup("/official-account/{app}/{userId}/pieces"), (talks, app, userId) => talks.FindOfficialAccount(app, userId));
    }

    private static void MapPieces(RouteGroupBuilder chat, Func<TalkBook, string, string, Talk?> find)
    {
        chat.ExcludeFromDescription();
        chat.MapGet("/entries", (string app, string userId, TalkBook talks, ReadMarks marks) => Piece(talks, app, userId, talk =>
        {
            marks.MarkRead(talk.Account, talk.Person);
            return Render<ConversationView>(new() { ["Talk"] = talk });
        }));
        chat.MapGet("/entries/{id:long}", (string app, string userId, long id, TalkBook talks, ConversationLog chats, ReadMarks marks, DeliveryLog deliveries) =>
            Piece(talks, app, userId, talk =>
            {
                if (chats.Read(talk.Account, talk.Person).FirstOrDefault(entry => entry.Id == id) is not { } message)
                    return Results.NotFound();
                marks.MarkRead(talk.Account, talk.Person);
                return Render<ChatEntry>(new()
                {
                    ["Message"] = message, ["Talk"] = talk, ["Member"] = talk.Member, ["Here"] = talk.Address, ["Delivery"] = deliveries.Find(message.DeliveryId),
                });
            }));
        chat.MapGet("/people", (string app, string userId, TalkBook talks) => Piece(talks, app, userId, talk => talk is WeComTalk company
            ? Render<PeopleList>(new() { ["App"] = company.App, ["Selected"] = company.Member })
            : Render<FollowerList>(new() { ["Talk"] = talk })));
        chat.MapGet("/places", (string app, string userId, TalkBook talks) => Piece(talks, app, userId, talk => talk is WeComTalk company
            ? Render<PlaceNav>(new() { ["App"] = company.Account, ["Member"] = company.Member })
            : Render<AccountNav>(new() { ["Talk"] = talk })));
        chat.MapGet("/tabs", (string app, string userId, TalkBook talks, HttpContext context) => Piece(talks, app, userId, talk =>
            Render<TabStrip>(new() { ["Selected"] = talk, ["Open"] = OpenTabs.Read(context, talk) })));
        chat.MapGet("/wire/{id:long}", (string app, string userId, long id, TalkBook talks, ConversationLog chats) => Piece(talks, app, userId, talk =>
            Render<EntryWire>(new() { ["Message"] = chats.Read(talk.Account, talk.Person).FirstOrDefault(entry => entry.Id == id) })));
        chat.MapGet("/profile", (string app, string userId, TalkBook talks) => Piece(talks, app, userId, talk =>
            talk is OfficialAccountTalk ? Render<ProfilePanel>(new() { ["Talk"] = talk }) : Results.NotFound()));
        chat.MapGet("/chips", (string app, string userId, TalkBook talks) => Piece(talks, app, userId, Show<Chips>));
        chat.MapGet("/faults", (string app, string userId, TalkBook talks) => Piece(talks, app, userId, Show<FaultPanel>));
        chat.MapGet("/calls", (string app, string userId, TalkBook talks) => Piece(talks, app, userId, Show<CallPanel>));
        chat.MapGet("/menu", (string app, string userId, TalkBook talks) => Piece(talks, app, userId, Show<MenuBar>));
        chat.MapGet("/routes", (string app, string userId, TalkBook talks) => Piece(talks, app, userId, Show<RoutePanel>));
        chat.MapPost("/replay", async (string app, string userId, HttpContext context, TalkBook talks, CancellationToken cancellationToken) =>
        {
            if (find(talks, app, userId) is not { } talk)
                return Results.NotFound();
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, cancellationToken);
            var outcome = await ReplayOutcome.PlayAsync(body.ToArray(), talk, context.RequestServices, cancellationToken);
            return Render<ReplayReport>(new() { ["Outcome"] = outcome });
        });
        chat.MapGet("/event/{name}", (string app, string userId, string name, string? key, TalkBook talks) => Piece(talks, app, userId, talk =>
            talk.FindEvent(name) is { } kind ? Render<EventForm>(new() { ["Talk"] = talk, ["Kind"] = kind, ["Key"] = key }) : Results.NotFound()));
        chat.MapGet("/message/{type}", (string app, string userId, string type, TalkBook talks) => Piece(talks, app, userId, talk =>
            talk.FindMessage(type) is { } kind
                ? Render<MessageForm>(new()
                {
                    ["Talk"] = talk, ["Kind"] = kind, ["RecognizesSpeech"] = talk is OfficialAccountTalk { OfficialAccount.RecognizesSpeech: true },
                })
                : Results.NotFound()));

        IResult Piece(TalkBook talks, string app, string userId, Func<Talk, IResult> render) =>
            find(talks, app, userId) is { } talk ? render(talk) : Results.NotFound();

        static IResult Show<TComponent>(Talk talk)
            where TComponent : Microsoft.AspNetCore.Components.IComponent => Render<TComponent>(new() { ["Talk"] = talk });
    }

    /// <summary>A component alone, without the page around it.</summary>
    internal static IResult Render<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : Microsoft.AspNetCore.Components.IComponent => new RazorComponentResult<TComponent>(parameters);
}
