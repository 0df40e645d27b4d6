using System.Text.Json;
using System.Text.Json.Nodes;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Api;

/// <summary>Stands before every call of a platform's API: verb, token, permission, faults, JSON. What it refuses no handler sees. Goes after routing.</summary>
internal sealed class ApiGate(RequestDelegate next)
{
    // A body that names a field twice is as good as any other guess.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public async Task InvokeAsync(HttpContext context, AccessTokens tokens, ApiFaults faults)
    {
        var facts = context.Features.Get<ApiCallFacts>();
        if (facts is null || context.GetEndpoint()?.Metadata.GetMetadata<IReadOnlyList<ApiRules>>() is not { } calls)
        {
            await next(context);
            return;
        }

        var (caller, state) = tokens.Check(context.Request.Query["access_token"]);
        // Where both platforms have a call, the token tells which one is meant; a token of nobody is 企业微信's affair.
        var rules = calls.FirstOrDefault(each => each.Platform == caller?.Platform) ?? calls[0];
        context.Features.Set(rules);
        var answer = CheckCaller(context, rules, caller, state, facts);
        if (answer is null && facts.Caller is { } known)
            answer = faults.Meet(rules.Platform, known.Name, context.Request.Path) ?? rules.Platform.Spend?.Invoke(context, known);
        // Read even when the call is refused: the log shows what was sent.
        if (await ReadBodyAsync(context, rules, facts) is { } request)
        {
            context.Features.Set(request);
        }
        else
        {
            answer ??= ApiAnswer.Failed(rules.Platform.WrongJson);
        }

        if (answer is not null)
            await answer.ExecuteAsync(context);
        else
            await AnswerAsync(context, rules);
    }

    private static ApiAnswer? CheckCaller(HttpContext context, ApiRules rules, ApiCaller? caller, TokenState state, ApiCallFacts facts)
    {
        var platform = rules.Platform;
        if (context.Request.Method != rules.Method)
            return ApiAnswer.Failed(rules.Method == HttpMethods.Get ? platform.NotGet : platform.NotPost);
        if (!rules.NeedsToken)
            return null;
        facts.Caller = caller;
        // The caller's own platform may well have a call here, which the simulator does not play.
        if (caller is not null && caller.Platform != platform)
            return ApiAnswer.NotPlayed(context.Request.Path);
        return platform.Of(state) is { } error ? ApiAnswer.Failed(error)
            : rules.Allows?.Invoke(caller!) == false ? ApiAnswer.Failed(platform.Forbidden)
            : null;
    }

    private static async Task<ApiRequest?> ReadBodyAsync(HttpContext context, ApiRules rules, ApiCallFacts facts)
    {
        if (!rules.ReadsJson)
            return new(context, facts, []);

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var json = body.GetBuffer().AsMemory(0, (int)body.Length);
        facts.RequestBody = CallBody.OfJson(json.Span);
        if (json.IsEmpty)
            return new(context, facts, []);
        try
        {
            using var parsed = JsonDocument.Parse(json, Strict);
            return parsed.RootElement.ValueKind == JsonValueKind.Object ? new(context, facts, JsonObject.Create(parsed.RootElement.Clone())!) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task AnswerAsync(HttpContext context, ApiRules rules)
    {
        try
        {
            await next(context);
        }
        // A handler found a field of another type.
        catch (JsonException) when (!context.Response.HasStarted)
        {
            await ApiAnswer.Failed(rules.Platform.WrongJson).ExecuteAsync(context);
        }
    }
}
