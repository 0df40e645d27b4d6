namespace Hongyan.Hub.Schedules;

/// <summary>The time zone that people read times in, and that days and working hours go by.</summary>
public static class ConfiguredTimeZone
{
    private const string Default = "Asia/Shanghai";

    /// <summary>Reads <c>TimeZone</c>; without it, China's.</summary>
    /// <exception cref="HongyanStartupException">HY1001: this machine knows no such time zone.</exception>
    public static TimeZoneInfo Of(IConfiguration configuration)
    {
        var id = configuration["TimeZone"] is { Length: > 0 } configured ? configured : Default;
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(id);
        }
        catch (Exception failure) when (failure is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new HongyanStartupException("HY1001",
                $"TimeZone is '{id}', which this machine does not know. Write it as Asia/Shanghai; where that is not known either, install the system's time zones (package tzdata).");
        }
    }
}
