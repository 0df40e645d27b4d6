using Hongyan.Simulator.WeCom;
using Hongyan.WeCom;

namespace Hongyan.Conformance.Tests.WeCom;

public sealed class AgentsTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WeComAgents Agents => platform.Client.Agents;

    /// <summary>The secret of one app with the id of another.</summary>
    private WeComAgents Mixed => platform.ClientOf(SampleApps.Demo, SampleApps.Echo.Secret).Agents;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task RefusedAsync(int code, Func<Task> call) => Assert.Equal(code, (await Assert.ThrowsAsync<PlatformApiException>(call)).Code);

    [Fact]
    public async Task UpdateAsync_SomeFields_AreReadBack()
    {
        await Agents.UpdateAsync(new() { Name = "新助手", TrustedDomain = "app.example.com:8443", ReportsEntering = true, HomeUrl = "https://app.example.com" }, Cancellation);
        await Agents.UpdateAsync(new() { Description = "什么都会" }, Cancellation);

        var agent = await Agents.GetAsync(Cancellation);
        Assert.Equal(
            (SampleApps.Demo.AgentId, "新助手", "什么都会", "app.example.com:8443", true, false, "https://app.example.com"),
            (agent.AgentId, agent.Name, agent.Description, agent.TrustedDomain, agent.ReportsEntering, agent.ReportsLocation, agent.HomeUrl));
        Assert.Equal([1], agent.VisibleDepartmentIds);
    }

    [Fact]
    public async Task UpdateAsync_WrongLogo_IsRefusedWith40007() =>
        await RefusedAsync(40007, () => Agents.UpdateAsync(new() { LogoMediaId = "nothing" }, Cancellation));

    [Fact]
    public async Task GetAsync_SecretOfAnotherApp_IsRefusedWith301002() => await RefusedAsync(301002, () => Mixed.GetAsync(Cancellation));

    [Fact]
    public async Task ListAsync_SecretOfAnApp_ListsItAlone()
    {
        Assert.Equal([SampleApps.Demo.AgentId], await Agents.ListAsync(Cancellation).Select(agent => agent.AgentId).ToListAsync(Cancellation));
        await RefusedAsync(48002, async () => await platform.Contacts.Agents.ListAsync(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task SetWorkbenchTemplateAsync_Figures_AreReadBack()
    {
        await Agents.SetWorkbenchTemplateAsync(new WorkbenchKeyFigures { Items = [new() { Name = "待审批", Value = "2" }] }, cancellationToken: Cancellation);

        var template = await Agents.GetWorkbenchTemplateAsync(Cancellation);
        Assert.Equal("2", Assert.IsType<WorkbenchKeyFigures>(template.Content).Items[0].Value);
        await RefusedAsync(301002, () => Mixed.SetWorkbenchTemplateAsync(null, cancellationToken: Cancellation));
    }

    [Fact]
    public async Task GetWorkbenchTemplateAsync_NeverSet_IsThePlainIcon()
    {
        Assert.Equal(("normal", null), await Agents.GetWorkbenchTemplateAsync(Cancellation) is var template ? (template.Type, template.Content) : default);
        await RefusedAsync(301002, () => Mixed.GetWorkbenchTemplateAsync(Cancellation));
    }

    [Fact]
    public async Task SetWorkbenchContentAsync_TypeOfTheTemplate_IsTaken()
    {
        var figures = new WorkbenchKeyFigures { Items = [new() { Value = "7" }] };
        await RefusedAsync(40058, () => Agents.SetWorkbenchContentAsync("lisi", figures, Cancellation));

        await Agents.SetWorkbenchTemplateAsync(figures, cancellationToken: Cancellation);
        await Agents.SetWorkbenchContentAsync("lisi", figures, Cancellation);

        await RefusedAsync(60111, () => Agents.SetWorkbenchContentAsync("nobody", figures, Cancellation));
    }
}
