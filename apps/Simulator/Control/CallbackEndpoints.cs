using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>接收消息: reading and saving what the page of an app holds.</summary>
internal static class CallbackEndpoints
{
    public static void Map(RouteGroupBuilder sim)
    {
        sim.MapGet("/apps/{app}/callback", Read).WithTags("callback")
            .WithSummary("读取「接收消息」的设置。Reads the callback settings of an app.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        sim.MapPut("/apps/{app}/callback", SaveAsync).WithTags("callback")
            .WithSummary("保存「接收消息」：先向 URL 发验证请求，通过才保存。Saves them after a URL verification against the bot.")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static Results<Ok<CallbackView>, ProblemHttpResult> Read(string app, SimulatedWorld world, Wording wording) =>
        world.FindApp(app) is { } found
            ? TypedResults.Ok(CallbackView.Of(found.Callback, null, wording))
            : ControlProblem.NoApp(wording, app);

    private static async Task<Results<Ok<CallbackView>, ProblemHttpResult>> SaveAsync(
        string app, CallbackSettings given, SimulatedWorld world, UrlVerifier verifier, Wording wording, CancellationToken cancellationToken)
    {
        if (world.FindApp(app) is not { } found)
            return ControlProblem.NoApp(wording, app);
        foreach (var (field, problem) in given.Validate())
            return ControlProblem.Field(wording, field, wording.Of(problem));

        var result = await verifier.VerifyAsync(found, given, cancellationToken);
        if (result.Problem is { } failure)
            return Refuse(result, failure, wording["Callback_NotVerified"], wording);

        world.SaveCallback(found, given);
        return TypedResults.Ok(CallbackView.Of(given, result.Warning, wording));
    }

    /// <summary>What a verification found to be wrong.</summary>
    internal static ProblemHttpResult Refuse(VerificationResult result, Finding failure, string title, Wording wording) => TypedResults.Problem(
        statusCode: StatusCodes.Status422UnprocessableEntity,
        title: title,
        detail: wording.Of(failure),
        extensions: new Dictionary<string, object?>
        {
            ["kind"] = failure.Kind,
            ["requestLine"] = result.RequestLine,
            ["responseStatus"] = result.Status,
            ["responseBody"] = result.ResponseBody,
        });
}
