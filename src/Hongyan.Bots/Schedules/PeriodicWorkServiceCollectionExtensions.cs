using Hongyan;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers work that is due again and again.</summary>
public static class PeriodicWorkServiceCollectionExtensions
{
    /// <summary>Adds work, and the loop that runs it where the host has no scheduler. Once is enough, more does no harm.</summary>
    /// <typeparam name="TWork">The work; one instance serves the process. One that is a service already is taken as it is registered.</typeparam>
    /// <param name="services">The application's services.</param>
    public static IServiceCollection AddPeriodicWork<TWork>(this IServiceCollection services)
        where TWork : class, IPeriodicWork
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<PeriodicWorkOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<TWork>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPeriodicWork, TWork>(provider => provider.GetRequiredService<TWork>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, PeriodicWorkLoop>());
        return services;
    }
}
