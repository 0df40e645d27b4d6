using Hongyan.Simulator.Assets;
using Hongyan.Simulator.Chat;
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

        GroupPieces.Map(app);
        RobotPieces.Map(app);
        app.MapGet("/articles/{id:long}/{index:int}", (long id, int index, ConversationLog chats, HttpContext context) =>
        {
            if (chats.Find(id)?.Active is not { IsRecalled: false, Articles: { } articles } || index < 0 || index >= articles.Count)
                return Results.NotFound();
            context.Response.Headers.ContentSecurityPolicy = ArticlePage.Policy;
            return Render<ArticlePage>(new() { ["Article"] = articles[index] });
        }).ExcludeFromDescription();

        var chat = app.MapGroup("/wecom/{app}/{userId}/pieces").ExcludeFromDescription();
        chat.MapGet("/entries", (string app, string userId, SimulatedWorld world, ReadMarks marks) =>
            Piece(world, app, userId, (found, member) =>
            {
                marks.MarkRead(found.Name, member.UserId);
                return Render<ConversationView>(new() { ["App"] = found, ["Member"] = member });
            }));
        chat.MapGet("/entries/{id:long}", (string app, string userId, long id, SimulatedWorld world, ConversationLog chats, ReadMarks marks, DeliveryLog deliveries) =>
            Piece(world, app, userId, (found, member) =>
            {
                if (chats.Read(found.Name, member.UserId).FirstOrDefault(entry => entry.Id == id) is not { } message)
                    return Results.NotFound();
                marks.MarkRead(found.Name, member.UserId);
                return Render<ChatEntry>(new() { ["Message"] = message, ["Member"] = member, ["Here"] = $"/wecom/{found.Name}/{member.UserId}", ["Delivery"] = deliveries.Find(message.DeliveryId) });
            }));
        chat.MapGet("/people", (string app, string userId, SimulatedWorld world) =>
            Piece(world, app, userId, (found, member) => Render<PeopleList>(new() { ["App"] = found, ["Selected"] = member })));
        chat.MapGet("/tabs", (string app, string userId, SimulatedWorld world, HttpContext context) =>
            Piece(world, app, userId, (found, member) => Render<TabStrip>(new()
            {
                ["App"] = found, ["Selected"] = member, ["Open"] = OpenTabs.Read(context, world, found.Name),
            })));
        chat.MapGet("/chips", (string app, string userId, SimulatedWorld world) =>
            Piece(world, app, userId, (found, member) => Render<Chips>(new() { ["App"] = found, ["Member"] = member })));
        chat.MapGet("/faults", (string app, string userId, SimulatedWorld world) =>
            Piece(world, app, userId, (found, member) => Render<FaultPanel>(new() { ["App"] = found, ["Member"] = member })));
        chat.MapGet("/wire/{id:long}", (string app, string userId, long id, SimulatedWorld world, ConversationLog chats) =>
            Piece(world, app, userId, (found, member) =>
                Render<EntryWire>(new() { ["Message"] = chats.Read(found.Name, member.UserId).FirstOrDefault(entry => entry.Id == id) })));
        chat.MapGet("/calls", (string app, string userId, SimulatedWorld world) =>
            Piece(world, app, userId, (found, _) => Render<CallPanel>(new() { ["App"] = found })));
        chat.MapGet("/places", (string app, string userId, SimulatedWorld world) =>
            Piece(world, app, userId, (found, member) => Render<PlaceNav>(new() { ["App"] = found.Name, ["Member"] = member })));
        chat.MapGet("/menu", (string app, string userId, SimulatedWorld world) =>
            Piece(world, app, userId, (found, member) => Render<MenuBar>(new() { ["App"] = found, ["Member"] = member })));
        chat.MapGet("/routes", (string app, string userId, SimulatedWorld world) =>
            Piece(world, app, userId, (found, _) => Render<RoutePanel>(new() { ["App"] = found })));
        chat.MapPost("/replay", async (string app, string userId, HttpContext context, SimulatedWorld world, CancellationToken cancellationToken) =>
        {
            if (world.FindApp(app) is not { } found || world.FindMember(userId) is not { } member)
                return Results.NotFound();
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, cancellationToken);
            var outcome = await ReplayOutcome.PlayAsync(body.ToArray(), found, member, context.RequestServices, cancellationToken);
            return Render<ReplayReport>(new() { ["Outcome"] = outcome });
        });
        chat.MapGet("/event/{name}", (string app, string userId, string name, string? key, SimulatedWorld world) =>
            Piece(world, app, userId, (found, member) => WeComEvents.Find(name) is { } kind
                ? Render<EventForm>(new() { ["App"] = found, ["Member"] = member, ["Kind"] = kind, ["Key"] = key })
                : Results.NotFound()));
        chat.MapGet("/message/{type}", (string app, string userId, string type, SimulatedWorld world) =>
            Piece(world, app, userId, (found, member) => WeComMessages.Find(type) is { } kind
                ? Render<MessageForm>(new() { ["App"] = found, ["Member"] = member, ["Kind"] = kind })
                : Results.NotFound()));
    }

    private static IResult Piece(SimulatedWorld world, string app, string userId, Func<WeComApp, Member, IResult> render) =>
        world.FindApp(app) is { } found && world.FindMember(userId) is { } member ? render(found, member) : Results.NotFound();

    /// <summary>A component alone, without the page around it.</summary>
    internal static IResult Render<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : Microsoft.AspNetCore.Components.IComponent => new RazorComponentResult<TComponent>(parameters);
}
