using System.Globalization;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Pages;

/// <summary>Reads the posted form of the errcodes that calls fail with: one is added, or one is removed.</summary>
internal static class CallFaultPost
{
    /// <summary>The list as it becomes; false, and the field that is wrong, when the one to add cannot be taken.</summary>
    public static bool TryApply(IFormCollection form, IReadOnlyList<ApiFault> active, out IReadOnlyList<ApiFault> changed, out string wrong)
    {
        changed = active;
        wrong = "";
        if (int.TryParse(form["remove"], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            changed = [.. active.Where((_, at) => at != index)];
            return true;
        }

        if (!int.TryParse(form["errCode"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code))
            wrong = "errCode";
        int? times = null;
        if (form["times"].ToString() is { Length: > 0 } text)
            times = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var path = form["path"].ToString().Trim();
        var fault = new ApiFault { ErrCode = code, Path = path.Length > 0 ? path : ApiFault.AnyPath, Times = times };
        wrong = wrong.Length > 0 ? wrong : fault.FindInvalid() ?? "";
        if (wrong.Length > 0)
            return false;
        changed = [fault, .. active];
        return true;
    }
}
