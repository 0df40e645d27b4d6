using System.Reflection;

namespace Hongyan;

/// <summary>The dialogs that a bot knows, by the names that the store has.</summary>
internal sealed class DialogCatalog
{
    private readonly Dictionary<string, DialogType> _types = new(StringComparer.Ordinal);

    public bool IsEmpty => _types.Count == 0;

    /// <summary>Makes a dialog known.</summary>
    /// <exception cref="HongyanStartupException">HY1014: a step cannot be answered, or another dialog has the same name.</exception>
    public void Add(Type type)
    {
        if (_types.TryAdd(type.Name, new DialogType(type)) || _types[type.Name].Is(type))
            return;
        throw new HongyanStartupException("HY1014", $"Two dialogs of this bot are called {type.Name}; the store knows them by their names, so rename one.");
    }

    /// <summary>Makes the dialog known that a route starts, where the handler is <c>Dialogs.Start&lt;T&gt;</c>.</summary>
    public void AddStartedBy(MethodInfo handler)
    {
        if (handler.DeclaringType == typeof(Dialogs) && handler.IsGenericMethod)
            Add(handler.GetGenericArguments()[0]);
    }

    public DialogType? Find(string name) => _types.GetValueOrDefault(name);

    public DialogType? Find(Type type) => Find(type.Name) is { } found && found.Is(type) ? found : null;
}
