using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Hongyan.Repository.Tests.Architecture;

/// <summary>What a built assembly says about itself, read from its metadata without loading it.</summary>
internal sealed class CompiledAssembly
{
    /// <summary>The assemblies of every project below src and apps.</summary>
    public static readonly string[] Names =
        ["Hongyan.Protocol", "Hongyan.Bots", "Hongyan.Client", "Hongyan.AspNetCore", "Hongyan.Testing", "Hongyan.Simulator", "Hongyan.Hub", "Hongyan.IssueDesk", "Hongyan.Server"];

    private CompiledAssembly(string name, IReadOnlyList<ReferencedType> referencedTypes, IReadOnlyList<string> referencedMembers, IReadOnlyList<string> definedTypes)
    {
        Name = name;
        ReferencedTypes = referencedTypes;
        ReferencedMembers = referencedMembers;
        DefinedTypes = definedTypes;
    }

    /// <summary>The assembly's name.</summary>
    public string Name { get; }

    /// <summary>Types of other assemblies that it uses.</summary>
    public IReadOnlyList<ReferencedType> ReferencedTypes { get; }

    /// <summary>Members of other assemblies' types that it uses, such as <c>System.DateTime.get_Now</c>.</summary>
    public IReadOnlyList<string> ReferencedMembers { get; }

    /// <summary>Full names of the types that it defines, without those that the compiler made up.</summary>
    public IReadOnlyList<string> DefinedTypes { get; }

    /// <summary>Reads the assembly that was built beside the tests.</summary>
    public static CompiledAssembly Read(string name)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, name + ".dll")));
        var metadata = file.GetMetadataReader();
        return new CompiledAssembly(
            name,
            [.. metadata.TypeReferences.Select(handle => Describe(metadata, handle))],
            [.. metadata.MemberReferences.Select(handle => Describe(metadata, handle)).OfType<string>()],
            [.. metadata.TypeDefinitions.Select(handle => Describe(metadata, handle)).OfType<string>()]);
    }

    private static ReferencedType Describe(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var reference = metadata.GetTypeReference(handle);
        var name = metadata.GetString(reference.Name);
        if (reference.ResolutionScope.Kind == HandleKind.TypeReference)
        {
            var outer = Describe(metadata, (TypeReferenceHandle)reference.ResolutionScope);
            return outer with { FullName = $"{outer.FullName}.{name}" };
        }

        var assembly = reference.ResolutionScope.Kind == HandleKind.AssemblyReference
            ? metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)reference.ResolutionScope).Name)
            : "";
        return new ReferencedType(assembly, metadata.GetString(reference.Namespace), $"{metadata.GetString(reference.Namespace)}.{name}");
    }

    private static string? Describe(MetadataReader metadata, MemberReferenceHandle handle)
    {
        var member = metadata.GetMemberReference(handle);
        return member.Parent.Kind == HandleKind.TypeReference
            ? $"{Describe(metadata, (TypeReferenceHandle)member.Parent).FullName}.{metadata.GetString(member.Name)}"
            : null;
    }

    private static string? Describe(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var definition = metadata.GetTypeDefinition(handle);
        var name = metadata.GetString(definition.Name);
        // Lambdas, iterators, inline arrays and the file's own generated types carry characters that C# names cannot have.
        if (name.Contains('<', StringComparison.Ordinal) || IsGenerated(metadata, definition))
            return null;
        var declaring = definition.GetDeclaringType();
        if (declaring.IsNil)
            return $"{metadata.GetString(definition.Namespace)}.{name}";
        return Describe(metadata, declaring) is { } outer ? $"{outer}.{name}" : null;
    }

    private static bool IsGenerated(MetadataReader metadata, TypeDefinition definition) =>
        definition.GetCustomAttributes().Select(metadata.GetCustomAttribute).Any(attribute =>
            attribute.Constructor.Kind == HandleKind.MemberReference
            && metadata.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } type
            && metadata.GetString(metadata.GetTypeReference((TypeReferenceHandle)type).Name) is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute" or "EmbeddedAttribute");
}
