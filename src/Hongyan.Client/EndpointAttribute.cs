namespace Hongyan;

/// <summary>The platform's endpoint that a method calls, so that a search for the official URL finds the method.</summary>
/// <param name="endpoint">Verb and path without the query, such as <c>POST /cgi-bin/media/upload</c>.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EndpointAttribute(string endpoint) : Attribute
{
    /// <summary>Verb and path without the query, as <see cref="PlatformException.Endpoint"/> has it.</summary>
    public string Endpoint { get; } = endpoint;
}
