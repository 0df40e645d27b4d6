using Hongyan.Simulator.Resources;

namespace Hongyan.Simulator.Hosting;

/// <summary>Refuses what a page of another site wants to change here. Scripts send no Origin and pass.</summary>
internal sealed class OwnOriginOnly(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, Wording wording)
    {
        var request = context.Request;
        var origin = request.Headers.Origin.ToString();
        var isReading = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        if (isReading || origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase))
            return next(context);

        return Results.Problem(
            statusCode: StatusCodes.Status403Forbidden,
            title: wording["Problem_Origin"],
            detail: wording["Problem_Origin_Detail", origin]).ExecuteAsync(context);
    }
}
