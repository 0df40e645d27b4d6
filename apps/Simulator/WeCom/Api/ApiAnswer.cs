using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hongyan.Simulator.WeCom;

/// <summary>An answer of the platform's API: HTTP 200 whatever happened, errcode and errmsg first.</summary>
internal sealed class ApiAnswer : IResult
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly int _code;
    private readonly Func<HttpContext, string> _message;
    private readonly (string Name, JsonNode? Value)[] _fields;

    private ApiAnswer(int code, Func<HttpContext, string> message, params (string Name, JsonNode? Value)[] fields) =>
        (_code, _message, _fields) = (code, message, fields);

    /// <summary>Errcode 0 and <c>ok</c>, with these fields.</summary>
    public static ApiAnswer Ok(params (string Name, JsonNode? Value)[] fields) => new(0, _ => "ok", fields);

    /// <summary>Errcode 0 and another word: <c>created</c>, <c>updated</c>, <c>deleted</c>.</summary>
    public static ApiAnswer Done(string message, params (string Name, JsonNode? Value)[] fields) => new(0, _ => message, fields);

    /// <summary>The error, with the hint, the caller's address and where to look it up; some errors come with fields.</summary>
    public static ApiAnswer Failed(ApiError error, params (string Name, JsonNode? Value)[] fields) =>
        new(error.Code, context => Explain(error, context), fields);

    /// <summary>404 for what the simulator does not play. No code of the platform: the call may well exist there.</summary>
    public static ApiAnswer NotPlayed(PathString path) =>
        new(StatusCodes.Status404NotFound, _ => $"模拟器还没有 {path} 这个接口。The simulator does not play {path} yet.");

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var message = _message(httpContext);
        var body = Write(message);
        httpContext.Features.Get<ApiCallFacts>()?.Answered(_code, message, body.Span);
        httpContext.Response.StatusCode = _code == StatusCodes.Status404NotFound ? _code : StatusCodes.Status200OK;
        httpContext.Response.ContentType = "application/json; charset=UTF-8";
        await httpContext.Response.Body.WriteAsync(body);
    }

    private ReadOnlyMemory<byte> Write(string message)
    {
        var body = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(body, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("errcode", _code);
            json.WriteString("errmsg", message);
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

    private static string Explain(ApiError error, HttpContext context)
    {
        var hint = RandomNumberGenerator.GetString("0123456789", 22);
        var address = context.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped
            ? mapped.MapToIPv4()
            : context.Connection.RemoteIpAddress;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{error.Message}, hint: [{hint}], from ip: {address}, more info at https://open.work.weixin.qq.com/devtool/query?e={error.Code}");
    }
}
