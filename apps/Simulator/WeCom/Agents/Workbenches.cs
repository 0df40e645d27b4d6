using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Hongyan.Simulator.WeCom;

/// <summary>What the apps show on the workbench (工作台): a template each, and what single members see instead.</summary>
internal sealed class Workbenches
{
    private readonly ConcurrentDictionary<string, WorkbenchTemplate> _templates = [];
    private readonly ConcurrentDictionary<(string App, string UserId), JsonObject> _ofMembers = [];

    /// <summary>The app's template; without one it is the plain icon.</summary>
    public WorkbenchTemplate TemplateOf(string app) => _templates.GetValueOrDefault(app) ?? WorkbenchTemplate.Plain;

    /// <summary>What a member sees of the app; null where there is nothing to see but the icon.</summary>
    public JsonObject? ContentOf(string app, string userId) => _ofMembers.GetValueOrDefault((app, userId)) ?? TemplateOf(app).Content;

    /// <summary>Replaces the template; what members have of their own goes with another type, or when it is to be replaced.</summary>
    public void Save(string app, WorkbenchTemplate template, bool forEverybody)
    {
        if (forEverybody || TemplateOf(app).Type != template.Type)
            ForgetMembersOf(app);
        _templates[app] = template;
    }

    /// <summary>Replaces what one member sees.</summary>
    public void Save(string app, string userId, JsonObject content) => _ofMembers[(app, userId)] = content;

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        _templates.Clear();
        _ofMembers.Clear();
    }

    private void ForgetMembersOf(string app)
    {
        foreach (var key in _ofMembers.Keys.Where(key => key.App == app))
            _ofMembers.TryRemove(key, out _);
    }
}
