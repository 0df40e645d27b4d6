using System.Globalization;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Pages;

/// <summary>Carries out the posted form of the clock.</summary>
internal static class ClockPost
{
    /// <summary>Moves the clock, or sets it right; false when that is too far, or no number.</summary>
    public static bool TryApply(IFormCollection form, SimulatedClock clock)
    {
        var advance = form["advance"].ToString();
        if (advance != "reset")
            return int.TryParse(advance, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && clock.TryAdvance(TimeSpan.FromSeconds(seconds));
        clock.Reset();
        return true;
    }
}
