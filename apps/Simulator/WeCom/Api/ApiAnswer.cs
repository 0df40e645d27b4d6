using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Hongyan.Simulator.WeCom;

/// <summary>An answer of the platform's API: HTTP 200 whatever happened, errcode and errmsg first.</summary>
internal sealed class ApiAnswer : IResult
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly int _code;
    private readonly Func<HttpContext, string> _message;
    private readonly (string Name, object Value)[] _fields;

    private ApiAnswer(int code, Func<HttpContext, string> message, params (string Name, object Value)[] fields) =>
        (_code, _message, _fields) = (code, message, fields);

    /// <summary>Errcode 0, with these fields: strings and whole numbers.</summary>
    public static ApiAnswer Ok(params (string Name, object Value)[] fields) => new(0, _ => "ok", fields);

    /// <summary>The error, with the hint, the caller's address and where to look it up.</summary>
    public static ApiAnswer Failed(ApiError error) => new(error.Code, context => Explain(error, context));

    /// <summary>404 for what the simulator does not play. No code of the platform: the call may well exist there.</summary>
    public static ApiAnswer NotPlayed(PathString path) =>
        new(StatusCodes.Status404NotFound, _ => $"模拟器还没有 {path} 这个接口。The simulator does not play {path} yet.");

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var message = _message(httpContext);
        httpContext.Features.Get<ApiCallFacts>()?.Answered(_code, message);
        httpContext.Response.StatusCode = _code == StatusCodes.Status404NotFound ? _code : StatusCodes.Status200OK;
        httpContext.Response.ContentType = "application/json; charset=UTF-8";
        await httpContext.Response.Body.WriteAsync(Write(message));
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
                if (value is int number)
                    json.WriteNumber(name, number);
                else
                    json.WriteString(name, (string)value);
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
