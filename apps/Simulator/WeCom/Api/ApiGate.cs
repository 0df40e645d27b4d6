using System.Text.Json;
using System.Text.Json.Nodes;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Stands before every call of the platform's API: verb, token, permission, faults, JSON. What it refuses no handler sees. Goes after routing.</summary>
internal sealed class ApiGate(RequestDelegate next)
{
    // A body that names a field twice is as good as any other guess.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public async Task InvokeAsync(HttpContext context, AccessTokens tokens, ApiFaults faults)
    {
        var facts = context.Features.Get<ApiCallFacts>();
        if (facts is null || context.GetEndpoint()?.Metadata.GetMetadata<ApiRules>() is not { } rules)
        {
            await next(context);
            return;
        }

        var answer = CheckCaller(context, rules, tokens, facts);
        if (answer is null && facts.Caller is { } caller)
            answer = faults.Meet(caller.Name, context.Request.Path);
        // Read even when the call is refused: the log shows what was sent.
        if (await ReadBodyAsync(context, rules, facts) is { } request)
        {
            context.Features.Set(request);
        }
        else
        {
            answer ??= ApiAnswer.Failed(ApiError.WrongJson);
        }

        if (answer is not null)
            await answer.ExecuteAsync(context);
        else
            await AnswerAsync(context);
    }

    private static ApiAnswer? CheckCaller(HttpContext context, ApiRules rules, AccessTokens tokens, ApiCallFacts facts)
    {
        if (context.Request.Method != rules.Method)
            return ApiAnswer.Failed(rules.Method == HttpMethods.Get ? ApiError.NotGet : ApiError.NotPost);
        if (!rules.NeedsToken)
            return null;
        (facts.Caller, var error) = tokens.Check(context.Request.Query["access_token"]);
        return error is not null ? ApiAnswer.Failed(error)
            : rules.Module is { } module && !facts.Caller!.Modules.Contains(module) ? ApiAnswer.Failed(ApiError.Forbidden)
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

    private async Task AnswerAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        // A handler found a field of another type.
        catch (JsonException) when (!context.Response.HasStarted)
        {
            await ApiAnswer.Failed(ApiError.WrongJson).ExecuteAsync(context);
        }
    }
}
