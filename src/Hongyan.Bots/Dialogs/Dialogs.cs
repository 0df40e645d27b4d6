using Microsoft.Extensions.DependencyInjection;

namespace Hongyan;

/// <summary>Starts dialogs from routes.</summary>
public static class Dialogs
{
    /// <summary>
    /// Starts a dialog with the person who wrote: <c>bot.OnText("提bug", Dialogs.Start&lt;BugReport&gt;)</c>. A dialog that was running with
    /// this person ends. The route makes the dialog known to the bot, so that it goes on after a restart.
    /// </summary>
    /// <typeparam name="TDialog">The dialog; its constructor gets services.</typeparam>
    /// <returns>The first question.</returns>
    public static Reply Start<TDialog>(BotContext context)
        where TDialog : Dialog
    {
        ArgumentNullException.ThrowIfNull(context);
        var type = context.Dialogs?.Find(typeof(TDialog)) ?? throw new InvalidOperationException(
            $"The bot does not know the dialog {typeof(TDialog).Name}. Start it by a route, bot.OnText(\"…\", Dialogs.Start<{typeof(TDialog).Name}>), or call bot.AddDialog<{typeof(TDialog).Name}>().");
        var dialog = type.Create(context);
        return dialog.Take(dialog.Start(), step: null, context.Services.GetRequiredService<TimeProvider>());
    }
}
