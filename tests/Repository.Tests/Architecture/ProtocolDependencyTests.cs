namespace Hongyan.Repository.Tests.Architecture;

/// <summary>Hongyan.Protocol turns bytes into records and back: no I/O, no container, no clock, no reflection.</summary>
public sealed class ProtocolDependencyTests
{
    /// <summary>The namespaces that pure computation needs. Whatever is not here has no business in this layer.</summary>
    private static readonly string[] AllowedNamespaces =
    [
        "System", "System.Buffers", "System.Buffers.Binary", "System.Buffers.Text",
        "System.Collections", "System.Collections.Concurrent", "System.Collections.Frozen", "System.Collections.Generic",
        "System.Diagnostics", "System.Diagnostics.CodeAnalysis", "System.Globalization", "System.Linq", "System.Numerics",
        "System.Runtime.CompilerServices", "System.Runtime.InteropServices", "System.Runtime.Intrinsics", "System.Runtime.Versioning",
        "System.Security.Cryptography", "System.Text", "System.Text.Encodings.Web", "System.Text.Json", "System.Text.Unicode",
    ];

    /// <summary>Types in those namespaces that reach out all the same.</summary>
    private static readonly string[] RefusedTypes =
    [
        "System.Activator", "System.AppContext", "System.AppDomain", "System.Console", "System.Environment", "System.TimeProvider",
        "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.Diagnostics.Trace",
    ];

    /// <summary>What the compiler itself writes into an assembly that may leave the stack memory of a method uncleared.</summary>
    private const string OfTheCompiler = "System.Security.Permissions.SecurityAction";

    /// <summary>Metadata about the assembly itself, and the name of a record in a message of an error.</summary>
    private static readonly string[] AllowedReflection = ["System.Reflection.MemberInfo.get_Name"];

    private static readonly CompiledAssembly Protocol = CompiledAssembly.Read("Hongyan.Protocol");

    [Fact]
    public void TypeReference_ToAnythingOutside_IsRefused()
    {
        Problems.AssertNone(Protocol.ReferencedTypes
            .Where(type => !IsAttribute(type) && !IsNamedReflection(type) && type.FullName != OfTheCompiler)
            .Where(type => !AllowedNamespaces.Contains(type.Namespace) || RefusedTypes.Contains(type.FullName))
            .Select(type => $"Hongyan.Protocol uses {type.FullName} ({type.Assembly}): this layer has no I/O, no container, no clock and no reflection."));
    }

    [Fact]
    public void TypeReference_ToWhatItNeeds_IsSeen() =>
        Assert.Contains(Protocol.ReferencedTypes, type => type is { Assembly: "System.Security.Cryptography", FullName: "System.Security.Cryptography.IncrementalHash" });

    [Fact]
    public void MemberReference_ToWhatItNeeds_IsSeen() => Assert.Contains("System.Security.Cryptography.IncrementalHash.CreateHash", Protocol.ReferencedMembers);

    [Fact]
    public void MemberReference_ToAClock_IsRefused()
    {
        string[] clocks =
        [
            "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today",
            "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        ];

        Problems.AssertNone(Protocol.ReferencedMembers.Intersect(clocks).Select(member => $"Hongyan.Protocol reads the clock ({member}): take the time as an argument."));
    }

    [Fact]
    public void MemberReference_ToReflection_IsOnlyTheNameOfAType()
    {
        var used = Protocol.ReferencedMembers.Where(member =>
            member.StartsWith("System.Reflection.MemberInfo.", StringComparison.Ordinal)
            || member.StartsWith("System.Type.Get", StringComparison.Ordinal) && member != "System.Type.GetTypeFromHandle");

        Problems.AssertNone(used.Except(AllowedReflection).Select(member => $"Hongyan.Protocol uses reflection ({member}), which ahead-of-time compilation cannot follow."));
    }

    private static bool IsAttribute(ReferencedType type) => type.FullName.EndsWith("Attribute", StringComparison.Ordinal);

    private static bool IsNamedReflection(ReferencedType type) => AllowedReflection.Any(member => member.StartsWith(type.FullName + ".", StringComparison.Ordinal));
}
