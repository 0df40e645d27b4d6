using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Hongyan.Simulator.Hosting;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.Transcripts;
using Microsoft.AspNetCore.WebUtilities;

namespace Hongyan.Simulator.Control;

/// <summary>The control API under /sim/: everything the chat page can do, for scripts in any language.</summary>
internal static class ControlApi
{
    /// <summary>Where the API lives.</summary>
    public const string Prefix = "/sim";

    /// <summary>Maps all operations and their OpenAPI document.</summary>
    public static void MapControlApi(this WebApplication app)
    {
        app.MapOpenApi(Prefix + "/openapi.json");
        var sim = app.MapGroup(Prefix);
        WorldEndpoints.Map(sim);
        ContactEndpoints.Map(sim);
        PermissionEndpoints.Map(sim);
        ClockEndpoints.Map(sim);
        CallbackEndpoints.Map(sim);
        ChatEndpoints.Map(sim);
        CardEndpoints.Map(sim);
        GroupEndpoints.Map(sim);
        MediaEndpoints.Map(sim);
        MenuEndpoints.Map(sim);
        RouteEndpoints.Map(sim);
        TranscriptEndpoints.Map(sim);
        FaultEndpoints.Map(sim);
        ApiFaultEndpoints.Map(sim);
        DeliveryEndpoints.Map(sim);
        LoadEndpoints.Map(sim);
        ApiCallEndpoints.Map(sim);
        WorkbenchEndpoints.Map(sim);
        SignInEndpoints.Map(sim);
        JsSdkEndpoints.Map(sim);
        CustomerEndpoints.Map(sim);
        ServiceEndpoints.Map(sim);
        CheckInEndpoints.Map(sim);
        OfficialAccountEndpoints.Map(sim);
        FollowerEndpoints.Map(sim);
        JobEndpoints.Map(sim);
        SubscriptionEndpoints.Map(sim);
        AccountConsoleEndpoints.Map(sim);
        KfEndpoints.Map(sim);
        RobotEndpoints.Map(sim);
        RobotTalkEndpoints.Map(sim);
        LiveEndpoint.Map(sim);
    }

    /// <summary>Registers what the API needs.</summary>
    public static void AddControlApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(options => Configure(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddOpenApi(options => options.AddDocumentTransformer((document, context, cancellationToken) =>
        {
            document.Info.Title = "鸿雁模拟器控制接口 · Hongyan simulator control API";
            document.Info.Version = "v1";
            document.Info.Description =
                "以成员身份发消息、读会话、看投递。Act as a member, read the chat, inspect deliveries. "
                + "写操作只接受 application/json（上传除外）；浏览器里别的网站的请求会被拒绝。";
            return Task.CompletedTask;
        }));
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Translate);
        services.AddExceptionHandler<BadRequestHandler>();
        services.AddSingleton<MemberMedia>();
        services.AddSingleton<GivenFields>();
        services.AddSingleton<MemberAction>();
        services.AddSingleton<FollowerAct>();
        services.AddSingleton<TalkBook>();
        services.AddSingleton<ServiceAct>();
        services.AddSingleton<CardClicks>();
        services.AddSingleton<RobotMessageRules>();
        services.AddSingleton<RobotActs>();
        services.AddSingleton<TranscriptExport>();
        services.AddSingleton<RobotTranscriptExport>();
        services.AddSingleton<TranscriptPlayer>();
        services.AddSingleton<SimulatorAddress>();
    }

    /// <summary>JSON as the API writes it: camelCase, enums by name, Chinese as it is.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        // The answers are JSON and nothing else (nosniff), so XML inside them may stay readable.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        // A misspelt field would otherwise be dropped in silence.
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(RequireWhatCannotBeNull);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
    }

    // Nullable annotations are respected for a null that is written, but not for a field that is left out.
    private static void RequireWhatCannotBeNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.AssociatedParameter is { HasDefaultValue: false, IsNullable: false, ParameterType.IsValueType: false })
                property.IsRequired = true;
        }
    }

    // What the framework says by itself (no such path, no such method …) is said in the reader's language too.
    private static void Translate(ProblemDetailsContext context)
    {
        context.ProblemDetails.Extensions.Remove("traceId");
        if (context.Exception is not null || context.ProblemDetails.Status is not { } status || context.ProblemDetails.Title != ReasonPhrases.GetReasonPhrase(status))
            return;
        var wording = context.HttpContext.RequestServices.GetRequiredService<Wording>();
        context.ProblemDetails.Title = wording.Status(status);
        // Nobody but the framework's own binding answers 400 without a body.
        if (status == StatusCodes.Status400BadRequest)
            context.ProblemDetails.Detail ??= wording["Problem_Query"];
    }
}
