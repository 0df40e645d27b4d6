using System.Reflection;
using System.Runtime.CompilerServices;
using Hongyan.Simulator.Api;
using Hongyan.Simulator.Control;
using Hongyan.Simulator.Live;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Simulator.Tests;

/// <summary>A part of the simulator that keeps something and is not reset would show the next run of a test what the last one did.</summary>
public sealed class SimulatorResetTests
{
    /// <summary>What a reset does not touch, or ends by itself.</summary>
    private static readonly Type[] Others =
    [
        // What is under way in them is cancelled first.
        typeof(DeliveryEngine), typeof(RobotDeliveries), typeof(LoadRuns), typeof(LaterWork),
        // Whoever listens is told of the reset.
        typeof(LiveFeed),
        // It looks whether what it keeps is still there.
        typeof(SampleMedia),
        // Filled while the calls are mapped, and the same for ever.
        typeof(ApiPaths),
    ];

    [Fact]
    public async Task AddState_EveryServiceThatKeepsSomething_IsReset()
    {
        IServiceCollection services = new ServiceCollection();
        await using var app = SimulatorHost.Build(["--urls", "http://127.0.0.1:0"], builder => services = builder.Services);
        var reset = app.Services.GetServices<StateReset>().Select(each => each.Part).ToHashSet();

        var keepers = services.Where(service => service.Lifetime == ServiceLifetime.Singleton)
            .Select(service => service.ImplementationType ?? service.ImplementationInstance?.GetType() ?? service.ServiceType)
            .Where(type => type.Assembly == typeof(SimulatorHost).Assembly && type != typeof(StateReset) && Keeps(type))
            .Except(Others);

        Assert.Contains(typeof(SimulatedWorld), reset);
        Assert.Equal([], keepers.Except(reset).Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.Equal(reset.Count, app.Services.GetServices<StateReset>().Count());
    }

    /// <summary>A field that can be set again, or whose content can be changed. What a constructor was given is somebody else's.</summary>
    private static bool Keeps(Type type) => type
        .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(field => !(field.IsDefined(typeof(CompilerGeneratedAttribute)) && field.Name.EndsWith(">P", StringComparison.Ordinal)))
        .Any(field => !field.IsInitOnly || (field.FieldType.Namespace?.StartsWith("System.Collections", StringComparison.Ordinal) == true && !field.FieldType.Name.Contains("Frozen", StringComparison.Ordinal)));
}
