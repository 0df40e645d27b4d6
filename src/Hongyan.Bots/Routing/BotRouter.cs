using System.Diagnostics;

namespace Hongyan;

/// <summary>Takes a message through the middleware to the first route that fits, in the order written.</summary>
internal static class BotRouter
{
    /// <summary>Routes one message; afterwards the context knows the reply and whether a route took it.</summary>
    public static Task RouteAsync(Bot bot, BotContext context) =>
        bot.Middleware.Count == 0 ? RunDialogOrRoutesAsync(bot, context) : RunBotMiddlewareAsync(bot, context);

    private static async Task RunBotMiddlewareAsync(Bot bot, BotContext context)
    {
        using var span = BotTraces.Source.StartActivity("Middleware");
        await RunMiddlewareAsync(bot.Middleware, 0, context, ctx => RunDialogOrRoutesAsync(bot, ctx)).ConfigureAwait(false);
    }

    private static Task RunDialogOrRoutesAsync(Bot bot, BotContext context)
    {
        context.RoutedAt = BotTraces.Source.HasListeners() ? TimeProvider.System.GetUtcNow() : default;
        return bot.Dialogs.IsEmpty ? RunRoutesAsync(bot, [], context) : TryDialogAsync(bot, context);
    }

    private static async Task TryDialogAsync(Bot bot, BotContext context)
    {
        if (await DialogTurn.TryTakeAsync(bot.Dialogs, context).ConfigureAwait(false))
            return;
        await RunRoutesAsync(bot, [], context).ConfigureAwait(false);
        DialogTurn.ExplainIfUnhandled(context);
    }

    /// <summary>Walks the entries of a scope. Middleware of inner scopes runs around the handler that was found there.</summary>
    private static async Task RunRoutesAsync(BotScope scope, IReadOnlyList<Func<BotContext, BotHandler, Task>> middleware, BotContext context)
    {
        foreach (var entry in scope.Entries)
        {
            if (entry is BotScope inner)
            {
                if (inner.Predicate!(context))
                    await RunRoutesAsync(inner, [.. middleware, .. inner.Middleware], context).ConfigureAwait(false);
            }
            else
            {
                await TryRouteAsync((Route)entry, middleware, context).ConfigureAwait(false);
            }

            if (context.IsHandled)
                return;
        }

        if (scope.FallbackRoute is not null)
            await TryRouteAsync(scope.FallbackRoute, middleware, context).ConfigureAwait(false);
    }

    private static async Task TryRouteAsync(Route route, IReadOnlyList<Func<BotContext, BotHandler, Task>> middleware, BotContext context)
    {
        if (!route.TryMatch(context))
            return;

        context.IsHandled = true;
        context.Skipped = false;
        var answered = middleware.Count == 0 ? HandleAsync(route, context) : RunScopeMiddlewareAsync(route, middleware, context);
        await answered.ConfigureAwait(false);
        if (!context.Skipped)
            return;

        context.IsHandled = false;
        context.Reply = Reply.None;
    }

    private static Task RunScopeMiddlewareAsync(Route route, IReadOnlyList<Func<BotContext, BotHandler, Task>> middleware, BotContext context) =>
        RunMiddlewareAsync(middleware, 0, context, ctx => HandleAsync(route, ctx));

    private static Task HandleAsync(Route route, BotContext context) =>
        context.RoutedAt == default ? route.Handler.InvokeAsync(context) : TraceHandlerAsync(route, context);

    /// <summary>Only here it is known which route it is, so the span of the search is made afterwards, with the time when it began.</summary>
    private static async Task TraceHandlerAsync(Route route, BotContext context)
    {
        BotTraces.Source.StartActivity("Route", ActivityKind.Internal, parentContext: default, [new(BotTraces.Route, route.Description)], startTime: context.RoutedAt)?.Dispose();
        using var span = BotTraces.Source.StartActivity("Handler");
        span?.SetTag(BotTraces.Account, context.Account.Name).SetTag(BotTraces.Kind, context.Incoming.GetType().Name);
        try
        {
            await route.Handler.InvokeAsync(context).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            span.Fail(failure);
            throw;
        }
    }

    private static Task RunMiddlewareAsync(
        IReadOnlyList<Func<BotContext, BotHandler, Task>> middleware, int index, BotContext context, BotHandler last)
    {
        if (index == middleware.Count)
            return last(context);

        var called = false;
        return middleware[index](context, ctx =>
        {
            if (called)
                throw new InvalidOperationException("Middleware called next twice; the handler would answer, and act, twice.");
            called = true;
            return RunMiddlewareAsync(middleware, index + 1, ctx, last);
        });
    }
}
