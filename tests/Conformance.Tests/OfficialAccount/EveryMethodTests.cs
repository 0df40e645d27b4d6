using System.Reflection;
using Hongyan.OfficialAccount;

namespace Hongyan.Conformance.Tests.OfficialAccount;

/// <summary>
/// Every method of every group of the client meets the simulator at least twice: once so that it succeeds, once so that the platform refuses
/// it. The tests of a group are in <c>{Group}Tests</c>; a test's name begins with the method's, and one of a refusal has <c>Refused</c> in it.
/// </summary>
public sealed class EveryMethodTests
{
    public static TheoryData<string, string> Methods => [.. typeof(OfficialAccountClient).GetProperties()
        .SelectMany(group => group.PropertyType.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName && method.ReturnType != typeof(Uri)).Select(method => method.Name).Distinct()
            .Select(method => new TheoryDataRow<string, string>(group.Name, method)))];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Method_OfTheClient_HasATestOfSuccessAndOneOfRefusal(string group, string method)
    {
        var tests = typeof(EveryMethodTests).Assembly.GetType($"{typeof(EveryMethodTests).Namespace}.{group}Tests");
        Assert.True(tests is not null, $"There is no {group}Tests.");
        var names = tests.GetMethods().Where(test => test.GetCustomAttribute<FactAttribute>() is not null).Select(test => test.Name)
            .Where(name => name.StartsWith(method + "_", StringComparison.Ordinal)).ToList();

        Assert.Contains(names, name => !name.Contains("Refused", StringComparison.Ordinal));
        Assert.Contains(names, name => name.Contains("Refused", StringComparison.Ordinal));
    }
}
