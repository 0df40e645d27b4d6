using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>A customer service account and who serves it.</summary>
/// <param name="OpenKfId">open_kfid.</param>
/// <param name="Name">As customers see it.</param>
/// <param name="App">Name of the app that has it.</param>
/// <param name="Servicers">The members who serve it.</param>
public sealed record ServiceAccountView(string OpenKfId, string Name, string App, IReadOnlyList<ServicerView> Servicers)
{
    /// <summary>Shows an account.</summary>
    public static ServiceAccountView Of(ServiceAccount account, ServiceAccounts accounts) => new(
        account.OpenKfId, account.Name, account.App,
        [.. accounts.ServicersOf(account).Select(member => new ServicerView(member.UserId, member.Name, ServiceAccounts.IsReceiving(account, member)))]);
}
