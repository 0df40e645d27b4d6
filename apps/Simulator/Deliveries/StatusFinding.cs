using System.Globalization;

namespace Hongyan.Simulator.Deliveries;

/// <summary>Explains a status other than 200.</summary>
internal static class StatusFinding
{
    public static Finding Of(int status, Uri address) => status switch
    {
        401 or 403 => Finding.Of(FindingKind.StatusForbidden, status),
        404 => Finding.Of(FindingKind.StatusNotFound, address.AbsolutePath),
        >= 300 and < 400 => Finding.Of(FindingKind.StatusRedirect, status),
        _ => Finding.Of(FindingKind.StatusNotOk, status.ToString(CultureInfo.InvariantCulture)),
    };
}
