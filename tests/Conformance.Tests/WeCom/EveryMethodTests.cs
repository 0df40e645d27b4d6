using System.Reflection;
using Hongyan.WeCom;

namespace Hongyan.Conformance.Tests.WeCom;

/// <summary>
/// Every method of every group of the client meets the simulator at least twice: once so that it is taken, once so that the platform refuses
/// it. How each is called stands in <see cref="MethodCalls"/>; what comes of it is looked at in the tests of its group.
/// </summary>
public sealed class EveryMethodTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private const int NotPermitted = 48002;

    public static TheoryData<string> Methods => [.. MethodCalls.All.Keys];

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Method_OfTheClient_IsInTheTable()
    {
        var methods = typeof(WeComClient).GetProperties()
            .SelectMany(group => group.PropertyType.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .Where(method => !method.IsSpecialName && method.ReturnType != typeof(Uri))
                .Select(method => $"{group.Name}.{method.Name}"))
            .Distinct();

        Assert.Equal(methods.Order(StringComparer.Ordinal), MethodCalls.All.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Method_AsItShouldBeCalled_IsTaken(string method)
    {
        var call = await MethodCalls.All[method](platform);

        await call();
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Method_ThePlatformSaysNo_IsRefusedWithItsCode(string method)
    {
        var call = await MethodCalls.All[method](platform);
        foreach (var caller in (string[])["demo", "contacts"])
            await platform.ControlAsync(HttpMethod.Put, $"/sim/apps/{caller}/faults/calls", new[] { new { errCode = NotPermitted } });

        Assert.Equal(NotPermitted, (await Assert.ThrowsAsync<PlatformApiException>(call)).Code);
    }
}
