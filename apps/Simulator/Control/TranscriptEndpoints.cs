using Hongyan.Simulator.Resources;
using Hongyan.Simulator.Transcripts;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>Conversations as files: exported from the chat, and played to the running bot.</summary>
internal static class TranscriptEndpoints
{
    private const string ContentType = "text/plain";

    public static void Map(RouteGroupBuilder sim)
    {
        sim.MapGet("/apps/{app}/members/{userId}/transcript", Export).WithTags("transcripts")
            .WithSummary("把会话导出成文件（transcript）。The conversation as a transcript file.")
            .WithDescription("格式见 docs/guides/transcripts.md。The format is defined in docs/guides/transcripts.md.")
            .Produces<string>(StatusCodes.Status200OK, ContentType)
            .ProducesProblem(StatusCodes.Status404NotFound);
        sim.MapPost("/apps/{app}/transcript", ReplayAsync).WithTags("transcripts")
            .Accepts<string>(ContentType)
            .WithSummary("向运行中的机器人回放文件，停在第一处不同。Plays a transcript to the running bot, up to the first difference.")
            .WithDescription(
                "正文是文件本身（text/plain，UTF-8）。文件里没写是谁说的，就由 member 说；也没有 member，就由 person: 那一行或第一位成员说。应用以地址里的为准。"
                + "The body is the file. Who speaks where no name stands: member, else the file's person: line, else the first member. The app of the address counts.")
            .Produces<ReplayView>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static Results<ContentHttpResult, ProblemHttpResult> Export(
        string app, string userId, HttpContext context, SimulatedWorld world, TranscriptExport export, Wording wording)
    {
        if (world.FindApp(app) is not { } foundApp)
            return ControlProblem.NoApp(wording, app);
        if (world.FindMember(userId) is not { } member)
            return ControlProblem.NoMember(wording, userId);
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{foundApp.Name}-{member.UserId}.txt\"";
        return TypedResults.Text(export.Write(foundApp, member), ContentType + "; charset=utf-8");
    }

    private static async Task<Results<Ok<ReplayView>, ProblemHttpResult>> ReplayAsync(
        string app, HttpRequest request, SimulatedWorld world, DeliveryEngine engine, TranscriptPlayer player, Wording wording,
        CancellationToken cancellationToken, string? member = null)
    {
        if (world.FindApp(app) is not { } foundApp)
            return ControlProblem.NoApp(wording, app);
        if (member is not null && world.FindMember(member) is null)
            return ControlProblem.NoMember(wording, member);
        if (request.ContentType?.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) != true)
            return ControlProblem.Of(wording, StatusCodes.Status415UnsupportedMediaType, "Problem_NotText", "Problem_MediaType_Detail", request.ContentType ?? "-");
        if (engine.IsBusy)
            return ControlProblem.Of(wording, StatusCodes.Status503ServiceUnavailable, "Problem_Busy", "Problem_Busy_Detail", DeliveryEngine.MaxPending);
        if (await ReadAsync(request, cancellationToken) is not { } text)
            return ControlProblem.Of(wording, StatusCodes.Status422UnprocessableEntity, "Problem_NotUtf8", "Problem_NotUtf8_Detail");

        try
        {
            var transcript = TranscriptReader.Read(text);
            var name = member ?? transcript.Person ?? (world.Members is [var first, ..] ? first.UserId : "");
            return world.FindMember(name) is { } person
                ? TypedResults.Ok(ReplayView.Of(await player.PlayAsync(foundApp, person, transcript, cancellationToken), wording))
                : ControlProblem.NoMember(wording, name);
        }
        catch (TranscriptException wrong)
        {
            return TypedResults.Problem(
                statusCode: StatusCodes.Status422UnprocessableEntity,
                title: wording["Problem_TranscriptLine", wrong.Line],
                detail: wording[$"Transcript_{wrong.Rule}", wrong.Arguments],
                extensions: new Dictionary<string, object?> { ["line"] = wrong.Line });
        }
    }

    private static async Task<string?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return ReplyXml.Decode(body.GetBuffer().AsSpan(0, (int)body.Length));
    }
}
