using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Api;

/// <summary>A call that passed what the platform checks of every call. A handler takes it as a parameter.</summary>
internal sealed class ApiRequest(HttpContext context, ApiCallFacts facts, JsonObject body)
{
    private static readonly JsonSerializerOptions Lenient = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // The platform takes "1000002" for 1000002.
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    /// <summary>Number of the call in /sim/calls: what the call causes can name it.</summary>
    public long CallId => facts.Id;

    /// <summary>Whose token it is.</summary>
    /// <exception cref="InvalidOperationException">The call came without a token.</exception>
    public ApiCaller Caller => facts.Caller ?? throw new InvalidOperationException("This call needs no token, so nobody is known to make it.");

    /// <summary>The calling app.</summary>
    /// <exception cref="InvalidOperationException">通讯录同步 calls: the endpoint does not ask for <see cref="ApiModule.Application"/>.</exception>
    public WeComApp App => Caller.App ?? throw new InvalidOperationException("The contacts' secret belongs to no app.");

    /// <summary>The calling 公众号.</summary>
    /// <exception cref="InvalidOperationException">An app calls: the endpoint is not one of <see cref="OfficialAccountApi"/>.</exception>
    public Account Account => Caller.Account ?? throw new InvalidOperationException("Not an Official Account calls.");

    /// <summary>The body; empty when there is none.</summary>
    public JsonObject Body => body;

    /// <summary>The request itself, for files.</summary>
    public HttpRequest Http => context.Request;

    /// <summary>A parameter of the address; null when it is missing or empty.</summary>
    public string? Query(string name) => context.Request.Query[name].ToString() is { Length: > 0 } value ? value : null;

    /// <summary>The body as a record: snake_case unless a property says otherwise, numbers also as text.</summary>
    /// <exception cref="JsonException">A field has another type; the platform's answer to that is written by <see cref="ApiGate"/>.</exception>
    public T Read<T>() => body.Deserialize<T>(Lenient)!;

    /// <summary>Notes what a developer should know about this call.</summary>
    public void Remark(Finding note) => facts.Remark(note);

    /// <summary>Notes what was uploaded, which the log shows in place of the bytes.</summary>
    public void Received(UploadedFile file) =>
        facts.RequestBody = CallBody.OfFile(context.Request.ContentType?.Split(';')[0], file.FileName, file.Content.Length);

    /// <summary>Hands a handler the request that the gate let through.</summary>
    public static ValueTask<ApiRequest?> BindAsync(HttpContext context) => ValueTask.FromResult(context.Features.Get<ApiRequest>());
}
