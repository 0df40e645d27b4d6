namespace Hongyan.Hub.Tests.Fakes;

/// <summary>Passwords of these tests.</summary>
internal static class Passwords
{
    public const string Good = "correct horse 42";
    public const string Other = "battery staple 7";
    public const string Wrong = "not the password";
}
