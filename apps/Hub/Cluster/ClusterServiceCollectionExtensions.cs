using Hongyan.Hub.Cluster;
using Hongyan.Hub.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Makes a server one node of several.</summary>
public static class ClusterServiceCollectionExtensions
{
    /// <summary>
    /// Joins the other nodes on the server's PostgreSQL, and shares the keys of Data Protection with them. The store is registered before;
    /// without this a server is the only node.
    /// </summary>
    public static IServiceCollection AddPostgreSqlCluster(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton<PostgreSqlCluster>();
        services.AddSingleton<ICluster>(provider => provider.GetRequiredService<PostgreSqlCluster>());
        services.AddHostedService(provider => provider.GetRequiredService<PostgreSqlCluster>());
        services.AddSingleton<IXmlRepository, PostgreSqlKeys>();
        services.AddDataProtection().SetApplicationName("Hongyan");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = provider.GetRequiredService<IXmlRepository>()));
        return services;
    }
}
