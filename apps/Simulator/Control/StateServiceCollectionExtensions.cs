using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hongyan.Simulator.Control;

internal static class StateServiceCollectionExtensions
{
    /// <summary>Registers a service that keeps something.</summary>
    /// <param name="services">Receives it, unless it is there already.</param>
    /// <param name="reset">Makes it as it was at start. Resets run in the order of registration.</param>
    public static IServiceCollection AddState<T>(this IServiceCollection services, Action<T> reset)
        where T : class
    {
        services.TryAddSingleton<T>();
        return services.AddSingleton(provider => new StateReset(typeof(T), () => reset(provider.GetRequiredService<T>())));
    }
}
