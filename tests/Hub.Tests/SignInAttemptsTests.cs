using System.Globalization;
using Hongyan.Hub.SignIn;
using Hongyan.Testing;

namespace Hongyan.Hub.Tests;

public sealed class SignInAttemptsTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void PauseFor_FourWrong_IsNone()
    {
        var attempts = Failed(4);

        Assert.Equal(TimeSpan.Zero, attempts.PauseFor("admin", "192.0.2.1"));
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    [InlineData(7, 4)]
    [InlineData(8, 8)]
    [InlineData(9, 15)]
    [InlineData(40, 15)]
    public void PauseFor_MoreWrong_DoublesUpToAQuarterOfAnHour(int failures, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), Failed(failures).PauseFor("admin", "192.0.2.9"));

    [Fact]
    public void PauseFor_AnotherName_IsNone() => Assert.Equal(TimeSpan.Zero, Failed(10).PauseFor("lisi", "192.0.2.9"));

    [Fact]
    public void PauseFor_ManyNamesFromOneAddress_ShutsTheAddress()
    {
        var attempts = new SignInAttempts(_time);
        for (var i = 0; i < SignInAttempts.FreePerAddress; i++)
            attempts.Fail($"name{i}", "192.0.2.1");

        Assert.True(attempts.PauseFor("fresh", "192.0.2.1") > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, attempts.PauseFor("fresh", "192.0.2.2"));
    }

    [Fact]
    public void PauseFor_AfterSuccess_IsNone()
    {
        var attempts = Failed(4);
        attempts.Succeed("admin");
        attempts.Fail("admin", "192.0.2.1");

        Assert.Equal(TimeSpan.Zero, attempts.PauseFor("admin", "192.0.2.1"));
    }

    [Fact]
    public void PauseFor_AnHourLater_BeginsAgain()
    {
        var attempts = Failed(9);
        _time.Advance(TimeSpan.FromHours(1));

        Assert.False(attempts.Fail("admin", "192.0.2.1"));
    }

    [Fact]
    public void Fail_ManyInventedNames_StaysBoundedAndKeepsTheLatest()
    {
        var attempts = new SignInAttempts(_time);
        for (var i = 0; i < 60_000; i++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
            attempts.Fail(i.ToString(CultureInfo.InvariantCulture), "192.0.2.1");
        }

        Assert.True(attempts.PauseFor("anybody", "192.0.2.1") > TimeSpan.Zero);
        Assert.InRange(attempts.Count, 1, 20_001);
    }

    private SignInAttempts Failed(int times)
    {
        var attempts = new SignInAttempts(_time);
        for (var i = 0; i < times; i++)
            attempts.Fail("admin", $"198.51.100.{i}");
        return attempts;
    }
}
