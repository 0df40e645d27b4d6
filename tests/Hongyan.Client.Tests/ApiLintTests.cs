using System.Reflection;
using System.Xml.Linq;
using Hongyan.OfficialAccount;
using Hongyan.WeCom;

namespace Hongyan.Client.Tests;

/// <summary>What every method of every API group has: a new group or method is checked without being named here.</summary>
public sealed class ApiLintTests
{
    private static readonly XDocument Documentation = XDocument.Load(Path.ChangeExtension(typeof(WeComClient).Assembly.Location, ".xml"));

    private static readonly Type[] Clients = [typeof(WeComClient), typeof(OfficialAccountClient)];

    private static IEnumerable<Type> Groups =>
        Clients.SelectMany(client => client.GetProperties()).Select(property => property.PropertyType).Append(typeof(GroupRobotClient)).Append(typeof(RobotClient));

    private static IEnumerable<MethodInfo> MethodsOf(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Where(method => !method.IsSpecialName);

    /// <summary>An address for a browser is made without a call, so its method is no endpoint.</summary>
    private static bool Calls(MethodInfo method) => method.ReturnType != typeof(Uri);

    /// <summary>A file of a robot has an address of its own, which the message brings.</summary>
    private static bool HasEndpoint(MethodInfo method) => Calls(method) && !(method.DeclaringType == typeof(RobotClient) && method.Name == nameof(RobotClient.DownloadAsync));

    public static TheoryData<string> GroupMethods => [.. Groups.SelectMany(MethodsOf).Where(HasEndpoint).Select(NameOf)];

    public static TheoryData<string> DocumentedMethods => [.. Groups.SelectMany(MethodsOf).Select(NameOf)];

    public static TheoryData<string> AllMethods => [.. Groups.Concat(Clients).SelectMany(MethodsOf).Where(Calls).Select(NameOf)];

    private static string NameOf(MethodInfo method) => $"{method.DeclaringType!.Name}: {method}";

    private static MethodInfo Method(string name) =>
        Groups.Concat(Clients).SelectMany(MethodsOf).Single(method => NameOf(method) == name);

    [Theory]
    [MemberData(nameof(GroupMethods))]
    public void GroupMethod_Always_NamesItsEndpoint(string name)
    {
        var endpoints = Method(name).GetCustomAttributes<EndpointAttribute>().Select(attribute => attribute.Endpoint).ToList();

        Assert.NotEmpty(endpoints);
        Assert.All(endpoints, endpoint => Assert.Matches("^(GET|POST) /(cgi-bin|wxaapi|datacube|sns|customservice)/[a-z_/0-9]+$", endpoint));
    }

    [Theory]
    [MemberData(nameof(AllMethods))]
    public void Method_Always_IsAsyncAndEndsInAnOptionalCancellationToken(string name)
    {
        var method = Method(name);
        var last = method.GetParameters()[^1];

        Assert.EndsWith("Async", method.Name, StringComparison.Ordinal);
        Assert.Equal((typeof(CancellationToken), "cancellationToken", true), (last.ParameterType, last.Name!, last.IsOptional));
    }

    [Theory]
    [MemberData(nameof(AllMethods))]
    public void Method_Always_HasASummary(string name) => Assert.NotEmpty(DocumentationOf(Method(name)).Element("summary")!.Value.Trim());

    [Theory]
    [MemberData(nameof(DocumentedMethods))]
    public void GroupMethod_Always_LinksThePlatformsPage(string name) =>
        Assert.Contains(PageOf(Method(name)), DocumentationOf(Method(name)).Element("remarks")!.Value, StringComparison.Ordinal);

    [Fact]
    public void PublicTypes_Always_HaveASummary()
    {
        var undocumented = typeof(WeComClient).Assembly.GetExportedTypes()
            .Where(type => !Documentation.Descendants("member").Any(member => member.Attribute("name")!.Value == $"T:{type.FullName}"));

        Assert.Empty(undocumented);
    }

    private static string PageOf(MethodInfo method) => method.DeclaringType!.Namespace == typeof(OfficialAccountClient).Namespace
        ? "https://developers.weixin.qq.com/doc/"
        : "https://developer.work.weixin.qq.com/document/path/";

    private static XElement DocumentationOf(MethodInfo method)
    {
        var start = $"M:{method.DeclaringType!.FullName}.{method.Name}";
        var generic = method.IsGenericMethod ? $"``{method.GetGenericArguments().Length}" : "";
        return Documentation.Descendants("member").Single(member =>
            member.Attribute("name")!.Value is var name
            && name.StartsWith($"{start}{generic}(", StringComparison.Ordinal)
            && member.Elements("param").Select(param => param.Attribute("name")!.Value).SequenceEqual(method.GetParameters().Select(parameter => parameter.Name))
            && method.GetParameters().All(parameter => IsGeneric(parameter.ParameterType) || name.Contains(parameter.ParameterType.FullName!, StringComparison.Ordinal)));
    }

    // The documentation file writes these in a way of its own; the other parameters are enough to tell overloads apart.
    private static bool IsGeneric(Type type) => type.IsGenericType || type.IsGenericParameter;
}
