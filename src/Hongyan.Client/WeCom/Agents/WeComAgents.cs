using System.Globalization;
using System.Runtime.CompilerServices;
using Hongyan.Calls;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>The application itself (应用管理): its settings and how it looks on the workbench.</summary>
public sealed class WeComAgents
{
    private const string WorkbenchPageOfThePlatform = "https://developer.work.weixin.qq.com/document/path/92535";

    private readonly PlatformCalls _calls;
    private readonly WeComClientOptions _options;

    internal WeComAgents(PlatformCalls calls, WeComClientOptions options)
    {
        _calls = calls;
        _options = options;
    }

    /// <summary>Gives the application's settings (获取应用).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90227</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">The client does not know its AgentId.</exception>
    /// <exception cref="PlatformApiException">301002: AgentId and Secret are of two applications.</exception>
    [Endpoint("GET /cgi-bin/agent/get")]
    public async Task<Agent> GetAsync(CancellationToken cancellationToken = default)
    {
        var agent = await _calls.ReadAsync(
            string.Create(CultureInfo.InvariantCulture, $"/cgi-bin/agent/get?agentid={_options.RequireAgentId()}"), WeComAgentsJson.Default.AgentWire, cancellationToken)
            .ConfigureAwait(false);
        return agent.ToAgent();
    }

    /// <summary>Changes the application's settings (设置应用).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90228</remarks>
    /// <param name="changes">What.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">The client does not know its AgentId.</exception>
    /// <exception cref="FieldLimitException">Name or description is longer than the platform takes.</exception>
    [Endpoint("POST /cgi-bin/agent/set")]
    public Task UpdateAsync(AgentChanges changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var check = new LimitCheck("an application's settings", "https://developer.work.weixin.qq.com/document/path/90228");
        check.Characters("AgentChanges.Name", changes.Name, 32);
        check.Characters("AgentChanges.Description", changes.Description, 120);
        return _calls.ChangeAsync("/cgi-bin/agent/set", AgentWire.Of(_options.RequireAgentId(), changes), WeComAgentsJson.Default.AgentWire, cancellationToken);
    }

    /// <summary>Lists the applications that this secret opens (获取应用列表): with a self-built one's, that one.</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/90227</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    [Endpoint("GET /cgi-bin/agent/list")]
    public async IAsyncEnumerable<AgentSummary> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var list = await _calls.ReadAsync("/cgi-bin/agent/list", WeComAgentsJson.Default.AgentListWire, cancellationToken).ConfigureAwait(false);
        foreach (var agent in list.Agents ?? [])
            yield return agent;
    }

    /// <summary>Sets how the application looks on the workbench (设置应用在工作台展示的模版).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/92535</remarks>
    /// <param name="content">The template's type, and what members see for whom nothing is set; null is the plain icon.</param>
    /// <param name="forEverybody">True replaces what is set for single members, too.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">The client does not know its AgentId.</exception>
    /// <exception cref="FieldLimitException">Too many figures or lines, or a text that is too long.</exception>
    [Endpoint("POST /cgi-bin/agent/set_workbench_template")]
    public Task SetWorkbenchTemplateAsync(WorkbenchContent? content, bool forEverybody = false, CancellationToken cancellationToken = default)
    {
        Check(content);
        var wire = WorkbenchWire.Of(_options.RequireAgentId(), content) with { ReplaceUserContent = forEverybody ? true : null };
        return _calls.ChangeAsync("/cgi-bin/agent/set_workbench_template", wire, WeComAgentsJson.Default.WorkbenchWire, cancellationToken);
    }

    /// <summary>Gives how the application looks on the workbench (获取应用在工作台展示的模版).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/92535</remarks>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">The client does not know its AgentId.</exception>
    [Endpoint("POST /cgi-bin/agent/get_workbench_template")]
    public async Task<WorkbenchTemplate> GetWorkbenchTemplateAsync(CancellationToken cancellationToken = default)
    {
        var wire = await _calls.ReadAsync(
            "/cgi-bin/agent/get_workbench_template", new AgentQuery(_options.RequireAgentId()),
            WeComAgentsJson.Default.AgentQuery, WeComAgentsJson.Default.WorkbenchWire, cancellationToken).ConfigureAwait(false);
        return wire.ToTemplate();
    }

    /// <summary>Sets what one member sees on the workbench (设置应用在用户工作台展示的数据).</summary>
    /// <remarks>https://developer.work.weixin.qq.com/document/path/92535. The type must be the template's. At most ten times a member and day.</remarks>
    /// <param name="userId">The member's id.</param>
    /// <param name="content">What the member sees.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">The client does not know its AgentId.</exception>
    /// <exception cref="FieldLimitException">Too many figures or lines, or a text that is too long.</exception>
    [Endpoint("POST /cgi-bin/agent/set_workbench_data")]
    public Task SetWorkbenchContentAsync(string userId, WorkbenchContent content, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(userId);
        ArgumentNullException.ThrowIfNull(content);
        Check(content);
        var wire = WorkbenchWire.Of(_options.RequireAgentId(), content) with { UserId = userId };
        return _calls.ChangeAsync("/cgi-bin/agent/set_workbench_data", wire, WeComAgentsJson.Default.WorkbenchWire, cancellationToken);
    }

    private static void Check(WorkbenchContent? content)
    {
        var check = new LimitCheck("the workbench", WorkbenchPageOfThePlatform);
        switch (content)
        {
            case WorkbenchKeyFigures figures:
                check.Count("WorkbenchKeyFigures.Items", figures.Items.Count, 1, 4);
                foreach (var figure in figures.Items)
                    check.Required("WorkbenchFigure.Value", figure.Value, 14);
                break;
            case WorkbenchList list:
                check.Count("WorkbenchList.Items", list.Items.Count, 1, 3);
                foreach (var line in list.Items)
                    check.Required("WorkbenchLine.Title", line.Title, 128);
                break;
            case WorkbenchImage image:
                check.Required("WorkbenchImage.ImageUrl", image.ImageUrl);
                break;
            case WorkbenchPage page:
                check.Required("WorkbenchPage.PageUrl", page.PageUrl);
                break;
        }
    }
}
