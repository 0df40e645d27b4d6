using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hongyan.Simulator.Api;

/// <summary>An answer of a platform's API: HTTP 200 whatever happened, errcode and errmsg first.</summary>
internal sealed class ApiAnswer : IResult
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly int? _code;
    private readonly Func<HttpContext, string> _message;
    private readonly (string Name, JsonNode? Value)[] _fields;

    private ApiAnswer((string Name, JsonNode? Value)[] fields) => (_message, _fields) = (_ => "ok", fields);

    private ApiAnswer(int code, Func<HttpContext, string> message, params (string Name, JsonNode? Value)[] fields) =>
        (_code, _message, _fields) = (code, message, fields);

    /// <summary>Errcode 0 and <c>ok</c>, with these fields.</summary>
    public static ApiAnswer Ok(params (string Name, JsonNode? Value)[] fields) => new(0, _ => "ok", fields);

    /// <summary>These fields alone, as 公众号 answers what is only read.</summary>
    public static ApiAnswer Bare(params (string Name, JsonNode? Value)[] fields) => new(fields);

    /// <summary>Errcode 0 and another word: <c>created</c>, <c>updated</c>, <c>deleted</c>.</summary>
    public static ApiAnswer Done(string message, params (string Name, JsonNode? Value)[] fields) => new(0, _ => message, fields);

    /// <summary>The error, with the hint, the caller's address and where to look it up; some errors come with fields.</summary>
    public static ApiAnswer Failed(ApiError error, params (string Name, JsonNode? Value)[] fields) =>
        new(error.Code, context => context.Features.Get<ApiRules>()?.Platform.Explain(error, context) ?? error.Message, fields);

    /// <summary>404 for what the simulator does not play. No code of the platform: the call may well exist there.</summary>
    public static ApiAnswer NotPlayed(PathString path) =>
        new(StatusCodes.Status404NotFound, _ => $"模拟器还没有 {path} 这个接口。The simulator does not play {path} yet.");

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var message = _message(httpContext);
        var body = Write(message);
        httpContext.Features.Get<ApiCallFacts>()?.Answered(_code ?? 0, message, body.Span);
        httpContext.Response.StatusCode = _code == StatusCodes.Status404NotFound ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        httpContext.Response.ContentType = "application/json; charset=UTF-8";
        await httpContext.Response.Body.WriteAsync(body);
    }

    private ReadOnlyMemory<byte> Write(string message)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, Options))
        {
            json.WriteStartObject();
            if (_code is { } code)
            {
                json.WriteNumber("errcode", code);
                json.WriteString("errmsg", message);
            }
            foreach (var (name, value) in _fields)
            {
                json.WritePropertyName(name);
                if (value is null)
                    json.WriteNullValue();
                else
                    value.WriteTo(json);
            }
            json.WriteEndObject();
        }
        return body.WrittenMemory;
    }
}
