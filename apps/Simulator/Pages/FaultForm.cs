using System.Globalization;
using System.Text.Json;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Pages;

/// <summary>Reads the posted form of the fault panel.</summary>
internal static class FaultForm
{
    /// <summary>A kind as the control API spells it.</summary>
    public static string NameOf(FaultKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    /// <summary>The faults that are checked; false, and the field that is wrong, when a number is none.</summary>
    public static bool TryRead(IFormCollection form, out IReadOnlyList<Fault> faults, out string wrong)
    {
        var read = new List<Fault>();
        faults = read;
        wrong = "";
        foreach (var kind in Enum.GetValues<FaultKind>().Where(kind => form["on"].Contains(NameOf(kind))))
        {
            var fault = new Fault { Kind = kind };
            if (!TryCount(form[$"messages-{NameOf(kind)}"], null, out var messages))
                wrong = "messages";
            if (!TryCount(form[$"attempts-{NameOf(kind)}"], 1, out var attempts))
                wrong = "attempts";
            fault = fault with { Messages = messages, Attempts = fault.IsOfRequest ? attempts!.Value : 1 };
            wrong = wrong.Length > 0 ? wrong : fault.FindInvalid() ?? "";
            if (wrong.Length > 0)
                return false;
            read.Add(fault);
        }
        return true;
    }

    private static bool TryCount(string? text, int? empty, out int? count)
    {
        count = empty;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        count = number;
        return isNumber;
    }
}
