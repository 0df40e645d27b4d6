using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>A call of a bot to the platform's API.</summary>
/// <param name="Id">Number of the call.</param>
/// <param name="App">Name of the app whose token or secret was used, <c>contacts</c> for that of 通讯录同步; null when that is unknown.</param>
/// <param name="Method">GET, POST.</param>
/// <param name="Path">Path and query; tokens and secrets are three asterisks.</param>
/// <param name="StartedAt">When it came.</param>
/// <param name="DurationMs">Milliseconds until it was answered.</param>
/// <param name="Status">Status of the answer.</param>
/// <param name="ErrCode">errcode; null for a file.</param>
/// <param name="ErrMsg">errmsg; null for a file.</param>
/// <param name="RequestBody">The body that came, tokens masked; a file in one line.</param>
/// <param name="ResponseBody">The body of the answer, in the same manner.</param>
/// <param name="DeliveryId">The one delivery that the bot was answering then; null when there was none, or more than one.</param>
/// <param name="Notes">What is worth knowing.</param>
public sealed record ApiCallView(
    long Id, string? App, string Method, string Path, DateTimeOffset StartedAt, double DurationMs, int Status,
    int? ErrCode, string? ErrMsg, string? RequestBody, string? ResponseBody, long? DeliveryId, IReadOnlyList<FindingView> Notes)
{
    /// <summary>Shows a call in the reader's language.</summary>
    public static ApiCallView Of(ApiCall call, Wording wording) => new(
        call.Id, call.App, call.Method, call.Path, call.StartedAt, Math.Round(call.Duration.TotalMilliseconds, 1), call.Status,
        call.ErrorCode, call.ErrorMessage, call.RequestBody, call.ResponseBody, call.DeliveryId, [.. call.Notes.Select(note => FindingView.Of(note, wording))]);
}
