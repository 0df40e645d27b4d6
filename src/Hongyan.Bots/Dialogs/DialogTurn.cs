using System.Text.Json;
using Hongyan.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan;

/// <summary>Gives a message to the dialog that waits for it, before any route sees it.</summary>
internal static class DialogTurn
{
    private static readonly string[] Leave = ["取消", "cancel"];
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <returns>False where no dialog waits for this message.</returns>
    public static async Task<bool> TryTakeAsync(DialogCatalog dialogs, BotContext context)
    {
        if (context.Incoming.FromUser.Length == 0)
            return false;
        var time = context.Services.GetRequiredService<TimeProvider>();
        var state = await FindAsync(context, time).ConfigureAwait(false);
        if (state is null)
            return false;
        if (state.ExpiresAt <= time.GetUtcNow())
        {
            // An event is no answer, so nobody is told by it that the time is over.
            if (context.Incoming is IncomingMessage)
                End(context);
            return false;
        }

        var step = dialogs.Find(state.Dialog)?.FindStep(state.Step);
        if (step is null)
            return EndWith(context, "DialogChanged");
        if (context.Incoming is TextMessage text && Leave.Contains(text.Content.Trim(), StringComparer.OrdinalIgnoreCase))
            return EndWith(context, "Cancelled");
        if (!step.TryRead(context.Incoming, out var answer))
        {
            // An event that the step does not ask for, such as opening the application, is no answer.
            if (context.Incoming is not IncomingMessage)
                return false;
            context.Reply = TextOf(context, "NotUnderstood");
            return context.IsHandled = true;
        }

        Dialog dialog;
        try
        {
            dialog = dialogs.Find(state.Dialog)!.Create(context, state.State);
        }
        catch (JsonException)
        {
            return EndWith(context, "DialogChanged");
        }
        context.IsHandled = true;
        using var span = BotTraces.Source.StartActivity("Handler");
        span?.SetTag(BotTraces.Account, context.Account.Name).SetTag(BotTraces.Route, $"dialog {state.Dialog}.{step.Name}");
        context.Reply = dialog.Take(await step.InvokeAsync(dialog, answer, context.CancellationToken).ConfigureAwait(false), step.Name, time);
        return true;
    }

    /// <summary>
    /// Reads where the dialog stands, for as long as the handler may take: without that, nobody can say what the message means, and one that was
    /// accepted must not fail because the database rests for a moment.
    /// </summary>
    private static async Task<DialogState?> FindAsync(BotContext context, TimeProvider time)
    {
        var store = context.Services.GetRequiredService<IDialogStore>();
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await store.FindAsync(context.User, context.CancellationToken).ConfigureAwait(false);
            }
            catch (StoreUnavailableException)
            {
                // The store itself says in the log that it cannot be reached.
            }
            await Task.Delay(pause, time, context.CancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Says that the dialog is over where the person answered it too late and no route knows what to do with that.</summary>
    public static void ExplainIfUnhandled(BotContext context)
    {
        if (context is { IsHandled: false, Incoming: IncomingMessage, Dialog: { State: null } } && context.Reply == Reply.None)
            context.Reply = TextOf(context, "DialogExpired");
    }

    private static string TextOf(BotContext context, string name) => context.Services.GetRequiredService<BotTexts>().Get(name);

    private static void End(BotContext context) => context.Dialog = new DialogChange(context.User, State: null);

    private static bool EndWith(BotContext context, string text)
    {
        End(context);
        context.Reply = TextOf(context, text);
        return context.IsHandled = true;
    }
}
