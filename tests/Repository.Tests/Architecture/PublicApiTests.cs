using System.Reflection;

namespace Hongyan.Repository.Tests.Architecture;

/// <summary>What a user of the libraries can rely on without looking: asynchronous methods say so and can be cancelled.</summary>
public sealed class PublicApiTests
{
    private static readonly Assembly[] Libraries =
        [.. ProjectFile.All.Where(project => project.Root == "src").Select(project => Assembly.Load(project.Name))];

    /// <summary>A line of a test is read aloud, <c>member.SaysAsync("ping")</c>, and ends with TestTimeouts.Default: a token on each would say nothing.</summary>
    private const string WithoutTokens = "Hongyan.Testing";

    [Fact]
    public void AsyncMethod_OfEveryPublicType_EndsInAsync() =>
        Problems.AssertNone(AsyncMethods()
            .Where(method => !method.Name.EndsWith("Async", StringComparison.Ordinal))
            .Select(method => $"{Describe(method)} returns {method.ReturnType.Name}, so its name ends in Async."));

    [Fact]
    public void AsyncMethod_OfEveryPublicType_TakesACancellationTokenLast() =>
        Problems.AssertNone(AsyncMethods()
            .Where(method => !IsDictated(method) && method.DeclaringType!.Assembly.GetName().Name != WithoutTokens)
            .Where(method => method.GetParameters() is not [.., { Name: "cancellationToken" } last] || last.ParameterType != typeof(CancellationToken))
            .Select(method => $"{Describe(method)} cannot be cancelled: its last parameter is 'CancellationToken cancellationToken'."));

    [Fact]
    public void SynchronousMethod_OfEveryPublicType_DoesNotClaimToBeAsync() =>
        Problems.AssertNone(Methods()
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal) && !IsAsync(method))
            .Select(method => $"{Describe(method)} ends in Async but returns {method.ReturnType.Name}."));

    private static IEnumerable<MethodInfo> AsyncMethods() => Methods().Where(IsAsync);

    private static IEnumerable<MethodInfo> Methods() =>
        Libraries.SelectMany(library => library.GetExportedTypes())
            // A delegate has no name of its own at the call; a BotHandler gets its token with the context.
            .Where(type => !type.IsAssignableTo(typeof(Delegate)))
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    private static bool IsAsync(MethodInfo method)
    {
        var type = method.ReturnType.IsGenericType ? method.ReturnType.GetGenericTypeDefinition() : method.ReturnType;
        return type == typeof(Task) || type == typeof(Task<>) || type == typeof(ValueTask) || type == typeof(ValueTask<>) || type == typeof(IAsyncEnumerable<>);
    }

    /// <summary>The framework decides how these look: what is overridden, and IAsyncDisposable.</summary>
    private static bool IsDictated(MethodInfo method) =>
        method.GetBaseDefinition() != method || (method.Name == nameof(IAsyncDisposable.DisposeAsync) && method.GetParameters().Length == 0);

    private static string Describe(MethodInfo method) => $"{method.DeclaringType!.FullName}.{method.Name}";
}
