using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Api;

/// <summary>Writes down every call to the platform's API, without tokens and secrets.</summary>
internal sealed class ApiCallRecorder(RequestDelegate next)
{
    private static readonly string[] Secrets = ["access_token", "corpsecret", "secret", "appsecret", "key", "code", "refresh_token"];

    public async Task InvokeAsync(HttpContext context, ApiCallLog log, DeliveryLog deliveries, SimulatedClock clock, TimeProvider time)
    {
        var facts = new ApiCallFacts(log.NextId());
        context.Features.Set(facts);
        var (now, started) = (clock.Now, time.GetTimestamp());
        int? failed = null;
        try
        {
            await next(context);
        }
        catch (Exception exception)
        {
            // The status is written by whoever catches this next.
            failed = exception is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
            throw;
        }
        finally
        {
            log.Add(new()
            {
                Id = facts.Id,
                App = facts.Caller?.Name,
                Method = context.Request.Method,
                Path = context.Request.Path + Mask(context.Request.Query),
                RequestBody = facts.RequestBody,
                ResponseBody = facts.ResponseBody,
                StartedAt = now,
                Duration = time.GetElapsedTime(started),
                Status = failed ?? context.Response.StatusCode,
                ErrorCode = facts.ErrorCode,
                ErrorMessage = facts.ErrorMessage,
                DeliveryId = facts.Caller is { } caller ? deliveries.FindAwaited(caller.Name) : null,
                Notes = facts.Notes,
            });
        }
    }

    private static string Mask(IQueryCollection query)
    {
        var parts = query.Select(pair => $"{pair.Key}={(Secrets.Contains(pair.Key, StringComparer.OrdinalIgnoreCase) ? "***" : pair.Value)}").ToList();
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
    }
}
