namespace Hongyan.Simulator.WeCom;

/// <summary>Whether a page may use the JS-SDK.</summary>
/// <param name="Code">The platform's code; 0: it may.</param>
/// <param name="Message">What the SDK says behind <c>config:</c>.</param>
/// <param name="Rule">Why not: a sentence in Resources/Texts under <c>JsSdk_</c>; null when it may.</param>
/// <param name="Arguments">What fills the sentence's places.</param>
internal sealed record JsSdkVerdict(int Code, string Message, string? Rule, params IReadOnlyList<object> Arguments)
{
    /// <summary>It may.</summary>
    public static JsSdkVerdict Ok { get; } = new(0, "ok", null);
}
