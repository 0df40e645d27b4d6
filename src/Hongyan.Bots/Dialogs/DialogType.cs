using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan;

/// <summary>A dialog that a bot knows: its name in the store and its steps.</summary>
internal sealed class DialogType
{
    private readonly Type _type;
    private readonly Dictionary<string, DialogStep> _steps;

    public DialogType(Type type)
    {
        _type = type;
        _steps = type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(method => method.Name != nameof(Dialog.Start))
            .Select(DialogStep.Of).OfType<DialogStep>()
            .ToDictionary(step => step.Name, StringComparer.Ordinal);
    }

    /// <summary>What the store calls it.</summary>
    public string Name => _type.Name;

    public bool Is(Type type) => _type == type;

    public DialogStep? FindStep(string name) => _steps.GetValueOrDefault(name);

    /// <summary>Makes the dialog for one turn.</summary>
    /// <param name="context">The message of the turn.</param>
    /// <param name="state">What it knows, as JSON; null where it begins.</param>
    /// <exception cref="System.Text.Json.JsonException">The state was written by a version whose record was another.</exception>
    public Dialog Create(BotContext context, string? state = null)
    {
        var dialog = (Dialog)ActivatorUtilities.CreateInstance(context.Services, _type);
        dialog.Begin(context, this, state);
        return dialog;
    }
}
