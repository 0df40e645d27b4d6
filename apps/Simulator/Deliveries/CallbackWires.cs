using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Deliveries;

/// <summary>The wire of each account, with its settings as they are now.</summary>
internal sealed class CallbackWires(SimulatedWorld world)
{
    /// <summary>The wire of the account of this name.</summary>
    /// <exception cref="InvalidOperationException">There is no such account.</exception>
    public ICallbackWire Of(string account) =>
        world.FindApp(account) is { } app ? new WeComWire(app)
        : world.FindAccount(account) is { } official ? new OfficialAccountWire(official)
        : throw new InvalidOperationException($"Nobody is called {account}.");
}
