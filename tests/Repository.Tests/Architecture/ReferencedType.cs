namespace Hongyan.Repository.Tests.Architecture;

/// <summary>A type of another assembly that an assembly uses.</summary>
internal sealed record ReferencedType(string Assembly, string Namespace, string FullName);
