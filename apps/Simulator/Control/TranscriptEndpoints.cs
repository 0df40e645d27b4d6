using Hongyan.Simulator.OfficialAccount;
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
        Describe(sim.MapGet("/apps/{app}/members/{userId}/transcript", Export));
        Describe(sim.MapGet("/official-accounts/{account}/people/{openId}/transcript", ExportOfficialAccount));
        Describe(sim.MapGet("/robots/{robot}/members/{userId}/transcript", ExportRobot));
        DescribeReplay(sim.MapPost("/apps/{app}/transcript", ReplayAsync), "member");
        DescribeReplay(sim.MapPost("/official-accounts/{account}/transcript", ReplayOfficialAccountAsync), "person");
    }

    private static void Describe(RouteHandlerBuilder endpoint) => endpoint.WithTags("transcripts")
        .WithSummary("把会话导出成文件（transcript）。The conversation as a transcript file.")
        .WithDescription("格式见 docs/guides/transcripts.md。The format is defined in docs/guides/transcripts.md.")
        .Produces<string>(StatusCodes.Status200OK, ContentType)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static void DescribeReplay(RouteHandlerBuilder endpoint, string speaker) => endpoint.WithTags("transcripts")
        .Accepts<string>(ContentType)
        .WithSummary("向运行中的机器人回放文件，停在第一处不同。Plays a transcript to the running bot, up to the first difference.")
        .WithDescription(
            $"正文是文件本身（text/plain，UTF-8）。文件里没写是谁说的，就由 {speaker} 说；没有 {speaker}，就由 person: 那一行或列表里第一位说。账号以地址里的为准。"
            + $"The body is the file. Who speaks where no name stands: {speaker}, else the file's person: line, else the first of the list. The account of the address counts.")
        .Produces<ReplayView>()
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static Results<ContentHttpResult, ProblemHttpResult> Export(
        string app, string userId, HttpContext context, SimulatedWorld world, TalkBook talks, TranscriptExport export, Wording wording) =>
        world.FindApp(app) is null ? ControlProblem.NoApp(wording, app)
        : talks.FindWeCom(app, userId) is { } talk ? Write(talk, context, export)
        : ControlProblem.NoMember(wording, userId);

    private static Results<ContentHttpResult, ProblemHttpResult> ExportOfficialAccount(
        string account, string openId, HttpContext context, SimulatedWorld world, TalkBook talks, TranscriptExport export, Wording wording) =>
        world.FindAccount(account) is null ? ControlProblem.NoOfficialAccount(wording, account)
        : talks.FindOfficialAccount(account, openId) is { } talk ? Write(talk, context, export)
        : ControlProblem.NoFollower(wording, openId);

    private static Results<ContentHttpResult, ProblemHttpResult> ExportRobot(
        string robot, string userId, HttpContext context, SimulatedWorld world, RobotBook robots, RobotTranscriptExport export, Wording wording) =>
        robots.Find(robot) is not { } found ? ControlProblem.NoRobot(wording, robot)
        : world.FindMember(userId) is { } member ? Write(found.Name, member.UserId, export.Write(found, member), context)
        : ControlProblem.NoMember(wording, userId);

    private static ContentHttpResult Write(Talk talk, HttpContext context, TranscriptExport export) => Write(talk.Account, talk.Person, export.Write(talk), context);

    private static ContentHttpResult Write(string account, string person, string file, HttpContext context)
    {
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{account}-{person}.txt\"";
        return TypedResults.Text(file, ContentType + "; charset=utf-8");
    }

    private static async Task<Results<Ok<ReplayView>, ProblemHttpResult>> ReplayAsync(
        string app, HttpRequest request, SimulatedWorld world, TalkBook talks, [AsParameters] Replay replay, string? member = null)
    {
        if (world.FindApp(app) is not { } found)
            return ControlProblem.NoApp(replay.Wording, app);
        if (member is not null && world.FindMember(member) is null)
            return ControlProblem.NoMember(replay.Wording, member);
        return await PlayAsync(
            request, WeComEvents.All, member ?? "", world.Members is [var first, ..] ? first.UserId : "", name => talks.FindWeCom(found.Name, name),
            name => ControlProblem.NoMember(replay.Wording, name), replay);
    }

    private static async Task<Results<Ok<ReplayView>, ProblemHttpResult>> ReplayOfficialAccountAsync(
        string account, HttpRequest request, SimulatedWorld world, Followers followers, TalkBook talks, [AsParameters] Replay replay, string? person = null)
    {
        if (world.FindAccount(account) is not { } found)
            return ControlProblem.NoOfficialAccount(replay.Wording, account);
        if (person is not null && followers.Find(found, person) is null)
            return ControlProblem.NoFollower(replay.Wording, person);
        return await PlayAsync(
            request, OfficialAccountEvents.All, person ?? "", followers.Of(found)[0].OpenId, name => talks.FindOfficialAccount(found.Name, name),
            name => ControlProblem.NoFollower(replay.Wording, name), replay);
    }

    private static async Task<Results<Ok<ReplayView>, ProblemHttpResult>> PlayAsync(
        HttpRequest request, IReadOnlyList<EventKind> events, string given, string first, Func<string, Talk?> find,
        Func<string, ProblemHttpResult> refuse, Replay replay)
    {
        var wording = replay.Wording;
        if (request.ContentType?.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) != true)
            return ControlProblem.Of(wording, StatusCodes.Status415UnsupportedMediaType, "Problem_NotText", "Problem_MediaType_Detail", request.ContentType ?? "-");
        if (replay.Engine.IsBusy)
            return ControlProblem.Of(wording, StatusCodes.Status503ServiceUnavailable, "Problem_Busy", "Problem_Busy_Detail", DeliveryEngine.MaxPending);
        if (await ReadAsync(request, replay.CancellationToken) is not { } text)
            return ControlProblem.Of(wording, StatusCodes.Status422UnprocessableEntity, "Problem_NotUtf8", "Problem_NotUtf8_Detail");

        try
        {
            var transcript = TranscriptReader.Read(text, events);
            var name = given.Length > 0 ? given : transcript.Person ?? first;
            return find(name) is { } talk
                ? TypedResults.Ok(ReplayView.Of(await replay.Player.PlayAsync(talk, transcript, replay.CancellationToken), wording))
                : refuse(name);
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

    /// <summary>What a replay needs besides the file and who speaks.</summary>
    internal readonly record struct Replay(DeliveryEngine Engine, TranscriptPlayer Player, Wording Wording, CancellationToken CancellationToken);
}
