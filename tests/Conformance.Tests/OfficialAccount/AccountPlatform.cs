namespace Hongyan.Conformance.Tests.OfficialAccount;

/// <summary>What the tests of an Official Account ask of the simulator besides the API itself.</summary>
internal static class AccountPlatform
{
    /// <summary>林小满, who follows.</summary>
    public const string Xiaoman = "oK7d2w3JmXcQ9fR-uYtB5nHs8LgE";

    /// <summary>周然, who follows.</summary>
    public const string Zhouran = "oK7d2w0ZvPa4TqWb_k6GxCi1RyDo";

    /// <summary>孙悦, who does not follow yet.</summary>
    public const string Sunyue = "oK7d2w5CrIy9XtDgO-n0LmEuZ6Js";

    /// <summary>Nobody.</summary>
    public const string Nobody = "oNobodyAtAllHasThisOpenId000";

    /// <summary>The call is refused with this code.</summary>
    public static async Task RefusedAsync(int code, Func<Task> call) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<PlatformApiException>(call)).Code);

    /// <summary>Somebody says or does something; nobody listens, so what comes of it is not waited for.</summary>
    public static Task ActAsync(this SimulatedPlatform platform, string what, object body, string openId = Xiaoman) =>
        platform.ControlAsync(HttpMethod.Post, $"/sim/official-accounts/oa/people/{openId}/{what}", body);

    /// <summary>Lets the next call of a path be refused with a code.</summary>
    public static Task FaultAsync(this SimulatedPlatform platform, string path, int errCode) =>
        platform.ControlAsync(HttpMethod.Put, "/sim/apps/oa/faults/calls", new[] { new { path, errCode, times = 1 } });

    /// <summary>What happened in a conversation, by the names of the events.</summary>
    public static async Task<IReadOnlyList<string>> EventsAsync(this SimulatedPlatform platform, string openId = Xiaoman) =>
        [.. (await platform.ControlAsync(HttpMethod.Get, $"/sim/official-accounts/oa/people/{openId}/conversation"))!.AsArray()
            .Where(entry => (string?)entry!["type"] == "event").Select(entry => (string)entry!["details"]!["event"]!)];

    /// <summary>Takes 微信认证 from the account.</summary>
    public static Task UnverifyAsync(this SimulatedPlatform platform) =>
        platform.ControlAsync(HttpMethod.Put, "/sim/official-accounts/oa/settings", new { isVerified = false });
}
