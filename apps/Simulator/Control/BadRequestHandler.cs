using System.Text.Json;
using Hongyan.Simulator.Hosting;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Hongyan.Simulator.Control;

/// <summary>Says what is wrong with a request that could not be read: which field, or which content type.</summary>
internal sealed class BadRequestHandler(IProblemDetailsService problems, Wording wording) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException bad || !IsScript(context.Request.Path))
            return false;

        context.Response.StatusCode = bad.StatusCode;
        return await problems.TryWriteAsync(new()
        {
            HttpContext = context,
            Exception = exception,
            ProblemDetails = Describe(bad, context),
        });
    }

    private static bool IsScript(PathString path) => path.StartsWithSegments(ControlApi.Prefix) || PlatformApi.Owns(path);

    private ProblemDetails Describe(BadHttpRequestException bad, HttpContext context)
    {
        var problem = new ProblemDetails { Status = bad.StatusCode };
        switch (bad.StatusCode)
        {
            case StatusCodes.Status413PayloadTooLarge:
                problem.Title = BoundedBody.Title(context, wording);
                break;
            case StatusCodes.Status415UnsupportedMediaType:
                problem.Title = wording["Problem_MediaType"];
                problem.Detail = wording["Problem_MediaType_Detail", context.Request.ContentType ?? "-"];
                break;
            default:
                problem.Title = wording["Problem_BadRequest"];
                DescribeJson(bad, context.Request, problem);
                break;
        }
        return problem;
    }

    private void DescribeJson(BadHttpRequestException bad, HttpRequest request, ProblemDetails problem)
    {
        if (bad.InnerException is not JsonException json)
        {
            // The framework's words speak of its own parameters, which mean nothing to whoever wrote the request.
            problem.Detail = wording[request.ContentLength is 0 ? "Problem_NoBody" : "Problem_Query"];
            return;
        }

        var field = json.Path is null or "$" ? "" : json.Path.TrimStart('$', '.');
        problem.Detail = field.Length > 0 ? wording["Problem_Json_Field", field] : wording["Problem_Json"];
        problem.Extensions["field"] = field;
        problem.Extensions["line"] = json.LineNumber + 1;
    }
}
