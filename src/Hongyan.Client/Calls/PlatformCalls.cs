using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Hongyan.Calls;

/// <summary>
/// How every group of methods calls its platform with JSON. A call either reads, and is repeated after any failure that may pass, or changes
/// something, and is repeated only where it certainly had no effect. What uses up a code, such as the one of a sign-in, is a change.
/// </summary>
internal sealed class PlatformCalls(PlatformCaller caller, TimeSpan timeout)
{
    /// <summary>Reads by GET.</summary>
    public Task<TAnswer> ReadAsync<TAnswer>(string path, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, path, content: null, isRepeatable: true, answerType, cancellationToken);

    /// <summary>Reads by POST.</summary>
    public Task<TAnswer> ReadAsync<TBody, TAnswer>(
        string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, JsonBody.Of(body, bodyType), isRepeatable: true, answerType, cancellationToken);

    /// <summary>Reads by POST, with a body that is written member by member.</summary>
    public Task<TAnswer> ReadAsync<TAnswer>(
        string path, Action<Utf8JsonWriter> writeFields, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, JsonBody.OfFields(writeFields), isRepeatable: true, answerType, cancellationToken);

    /// <summary>Changes something by POST, with a body that is written member by member; the answer says no more than that it was done.</summary>
    public Task ChangeAsync(string path, Action<Utf8JsonWriter> writeFields, CancellationToken cancellationToken) =>
        ChangeAsync(path, writeFields, PlatformJson.Default.JsonElement, cancellationToken);

    /// <summary>Changes something by POST; one code of refusal is an answer like another.</summary>
    public Task<TAnswer> ChangeAsync<TAnswer>(
        string path, Action<Utf8JsonWriter> writeFields, int acceptedCode, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken) =>
        SendAsync(
            new PlatformRequest
            {
                Method = HttpMethod.Post,
                Path = path,
                CreateContent = JsonBody.OfFields(writeFields),
                Timeout = timeout,
                AcceptedCode = acceptedCode,
            },
            answerType, cancellationToken);

    /// <summary>Changes something by POST.</summary>
    public Task<TAnswer> ChangeAsync<TBody, TAnswer>(
        string path, TBody body, JsonTypeInfo<TBody> bodyType, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, JsonBody.Of(body, bodyType), isRepeatable: false, answerType, cancellationToken);

    /// <summary>Changes something by POST; the answer says no more than that it was done.</summary>
    public Task ChangeAsync<TBody>(string path, TBody body, JsonTypeInfo<TBody> bodyType, CancellationToken cancellationToken) =>
        ChangeAsync(path, body, bodyType, PlatformJson.Default.JsonElement, cancellationToken);

    /// <summary>Changes something by POST, with a body that is written member by member.</summary>
    public Task<TAnswer> ChangeAsync<TAnswer>(
        string path, Action<Utf8JsonWriter> writeFields, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, path, JsonBody.OfFields(writeFields), isRepeatable: false, answerType, cancellationToken);

    /// <summary>Changes something by a call without a body, such as a deletion by GET.</summary>
    public Task<TAnswer> ChangeAsync<TAnswer>(HttpMethod method, string path, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken) =>
        SendAsync(method, path, content: null, isRepeatable: false, answerType, cancellationToken);

    /// <summary>Changes something by a call without a body; the answer says no more than that it was done.</summary>
    public Task ChangeAsync(HttpMethod method, string path, CancellationToken cancellationToken) =>
        ChangeAsync(method, path, PlatformJson.Default.JsonElement, cancellationToken);

    /// <summary>Any call.</summary>
    public Task<TAnswer> SendAsync<TAnswer>(
        HttpMethod method, string path, Func<HttpContent>? content, bool isRepeatable, JsonTypeInfo<TAnswer> answerType,
        CancellationToken cancellationToken)
    {
        var request = new PlatformRequest
        {
            Method = method,
            Path = path,
            CreateContent = content,
            Timeout = timeout,
            IsRepeatable = isRepeatable,
        };
        return SendAsync(request, answerType, cancellationToken);
    }

    private Task<TAnswer> SendAsync<TAnswer>(PlatformRequest request, JsonTypeInfo<TAnswer> answerType, CancellationToken cancellationToken) =>
        caller.SendAsync(request, (answer, token) => answer.ReadAsync(json => Read(json, answerType), token), cancellationToken);

    private static TAnswer Read<TAnswer>(ReadOnlyMemory<byte> json, JsonTypeInfo<TAnswer> type) =>
        JsonSerializer.Deserialize(json.Span, type) ?? throw new JsonException("The answer is null.");
}
