using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Hongyan.Server.Tests.Push;

/// <summary>What a push was answered.</summary>
public sealed record PushReply(int Status, JsonNode Json, HttpResponseHeaders Headers);
