using System.Globalization;
using System.Text.RegularExpressions;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Transcripts;

/// <summary>The fields of messages and events by the names that they have in a transcript: those of the control API, lists one by one.</summary>
internal static partial class SaidFields
{
    private const string PictureSum = "picMd5Sum";
    private const string Question = "question";
    private const string Option = "option";

    /// <summary>Those that may stand there more than once.</summary>
    public static IReadOnlyList<string> Repeated { get; } = [PictureSum, Question, Option];

    /// <summary>The fields of an event.</summary>
    public static IReadOnlyList<string> Of(EventKind kind)
    {
        var fields = SampleOverlay.Fields(kind.Sample()).Select(field => field.Key).Where(name => name != "mediaIds")
            .SelectMany(name => name switch { "picMd5Sums" => [PictureSum], "selectedItems" => [Question, Option], _ => new[] { name } }).ToList();
        if (kind.MayHaveKey)
            fields.Add("eventKey");
        return fields;
    }

    /// <summary>The message with a field more.</summary>
    public static MemberMessage Set(MemberMessage message, (string Name, string Value, int Line) field) => field.Name switch
    {
        "mediaId" => message with { MediaId = field.Value },
        "picUrl" => message with { PicUrl = field.Value },
        "format" => message with { Format = field.Value },
        "recognition" => message with { Recognition = field.Value },
        "thumbMediaId" => message with { ThumbMediaId = field.Value },
        "latitude" => message with { Latitude = Decimal(field) },
        "longitude" => message with { Longitude = Decimal(field) },
        "scale" => message with { Scale = Whole(field) },
        "label" => message with { Label = field.Value },
        "title" => message with { Title = field.Value },
        "description" => message with { Description = field.Value },
        "url" => message with { Url = field.Value },
        _ => throw new InvalidOperationException($"No field {field.Name}."),
    };

    /// <summary>The event with a field more.</summary>
    public static MemberEvent Set(MemberEvent happened, (string Name, string Value, int Line) field) => field.Name switch
    {
        "event" => happened,
        "eventKey" => happened with { EventKey = field.Value },
        "ticket" => happened with { Ticket = field.Value },
        "latitude" => happened with { Latitude = Decimal(field) },
        "longitude" => happened with { Longitude = Decimal(field) },
        "precision" => happened with { Precision = Decimal(field) },
        "scale" => happened with { Scale = Whole(field) },
        "label" => happened with { Label = field.Value },
        "poiName" => happened with { PoiName = field.Value },
        "scanType" => happened with { ScanType = field.Value },
        "scanResult" => happened with { ScanResult = field.Value },
        PictureSum => happened with { PicMd5Sums = [.. happened.PicMd5Sums ?? [], field.Value] },
        "taskId" => happened with { TaskId = field.Value },
        "cardType" => happened with { CardType = field.Value },
        "responseCode" => happened with { ResponseCode = field.Value },
        Question => happened with { SelectedItems = [.. happened.SelectedItems ?? [], new(field.Value, [])] },
        Option => happened with { SelectedItems = Choose(happened.SelectedItems, field) },
        "jobId" => happened with { JobId = field.Value },
        "jobType" => happened with { JobType = field.Value },
        "errCode" => happened with { ErrCode = Whole(field) },
        "errMsg" => happened with { ErrMsg = field.Value },
        _ => throw new InvalidOperationException($"No field {field.Name}."),
    };

    private static IReadOnlyList<SelectedItem> Choose(IReadOnlyList<SelectedItem>? items, (string Name, string Value, int Line) option) => items is [.., var last]
        ? [.. items.SkipLast(1), last with { OptionIds = [.. last.OptionIds, option.Value] }]
        : throw new TranscriptException(option.Line, "OptionFirst");

    private static double Decimal((string Name, string Value, int Line) field) =>
        IsDecimal().IsMatch(field.Value) ? double.Parse(field.Value, CultureInfo.InvariantCulture) : throw NotANumber(field);

    private static int Whole((string Name, string Value, int Line) field) =>
        int.TryParse(field.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw NotANumber(field);

    private static TranscriptException NotANumber((string Name, string Value, int Line) field) => new(field.Line, "NotANumber", field.Name, field.Value);

    [GeneratedRegex(@"\A-?[0-9]+(?:\.[0-9]+)?\z")]
    private static partial Regex IsDecimal();
}
