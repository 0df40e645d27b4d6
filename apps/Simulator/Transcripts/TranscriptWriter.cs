using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Transcripts;

/// <summary>Writes conversations so that reading them gives the same again.</summary>
internal sealed class TranscriptWriter
{
    /// <summary>The real addresses are good for minutes; the test host has a picture under this one.</summary>
    private const string AnyPicture = "https://robot.invalid/files/image";

    private readonly StringBuilder _file = new();

    /// <summary>The file so far.</summary>
    public override string ToString() => _file.ToString();

    public void Comment(string text) => _file.Append("# ").Append(text.ReplaceLineEndings(" ").TrimEnd()).Append('\n');

    public void Header(string name, string value) => _file.Append(name).Append(": ").Append(value).Append('\n');

    public void BlankLine() => _file.Append('\n');

    /// <summary>What a person sends.</summary>
    public void Say(MemberMessage message)
    {
        switch (message.Type)
        {
            case "text":
                Text('>', message.Content ?? "");
                break;
            case "location":
                Line('>', $"(location) {Number(message.Latitude)} {Number(message.Longitude)} {Escape(message.Label ?? "")}".TrimEnd());
                Field("scale", message.Scale?.ToString(CultureInfo.InvariantCulture));
                break;
            case "link":
                Main('>', "link", message.Url);
                Field("title", message.Title);
                Field("description", message.Description);
                Field("picUrl", message.PicUrl);
                break;
            default:
                // Addresses and thumbnails are the simulator's own and differ each time.
                Main('>', message.Type, message.MediaId);
                Field("format", message.Format);
                Field("recognition", message.Recognition);
                break;
        }
    }

    /// <summary>What a person does.</summary>
    public void Do(MemberEvent happened)
    {
        Line('>', $"(event) {happened.Event} {Escape(happened.EventKey ?? "")}".TrimEnd());
        Field("latitude", Number(happened.Latitude));
        Field("longitude", Number(happened.Longitude));
        Field("precision", Number(happened.Precision));
        Field("scale", happened.Scale?.ToString(CultureInfo.InvariantCulture));
        Field("label", happened.Label);
        Field("poiName", happened.PoiName);
        Field("scanType", happened.ScanType);
        Field("scanResult", happened.ScanResult);
        foreach (var sum in happened.PicMd5Sums ?? [])
            Field("picMd5Sum", sum);
        Field("taskId", happened.TaskId);
        Field("cardType", happened.CardType);
        foreach (var item in happened.SelectedItems ?? [])
        {
            Field("question", item.QuestionKey);
            foreach (var option in item.OptionIds)
                Field("option", option);
        }
        Field("jobId", happened.JobId);
        Field("jobType", happened.JobType);
        Field("errCode", happened.ErrCode?.ToString(CultureInfo.InvariantCulture));
        Field("errMsg", happened.ErrMsg);
    }

    /// <summary>What a person says to an AI robot.</summary>
    public void SayToRobot(RobotMessage message)
    {
        switch (message.Type)
        {
            case "text":
                Text('>', message.Content ?? "");
                break;
            case "voice":
                Main('>', message.Type, message.Content);
                break;
            default:
                Line('>', $"({message.Type})");
                foreach (var part in message.Parts ?? [])
                    Field(part.Content is null ? "picUrl" : "content", part.Content ?? AnyPicture);
                break;
        }
    }

    /// <summary>What a person does with an AI robot.</summary>
    /// <param name="name">The event.</param>
    /// <param name="details">Its part of the JSON that the bot got; null where it is forgotten.</param>
    public void DoWithRobot(string name, JsonObject? details)
    {
        Line('>', $"(event) {name} {Escape(details?.Text("event_key") ?? "")}".TrimEnd());
        Field("taskId", details?.Text("task_id"));
        Field("cardType", details?.Text("card_type"));
        foreach (var item in (details?["selected_items"]?["selected_item"] as JsonArray ?? []).OfType<JsonObject>())
        {
            Field("question", item.Text("question_key"));
            foreach (var option in (item["option_ids"] as JsonObject)?.Texts("option_id") ?? [])
                Field("option", option);
        }
        Field("feedbackId", details?.Text("id"));
        Field("type", details?.Text("type"));
        Field("content", details?.Text("content"));
        foreach (var reason in details?.Texts("inaccurate_reason_list") ?? [])
            Field("reason", reason);
    }

    /// <summary>What comes back; null: nothing.</summary>
    /// <param name="reply">The reply that is shown.</param>
    /// <param name="knowsMedia">Whether a media id stays the same; any other is written as a placeholder.</param>
    public void Answer(PassiveReply? reply, Func<string, bool> knowsMedia)
    {
        switch (reply)
        {
            case null:
                Line('<', $"({ExpectedReply.Nothing})");
                break;
            case { Type: "text" }:
                Text('<', reply.Content ?? "");
                break;
            case { Type: "news" }:
                Line('<', "(news)");
                foreach (var (name, value) in ReplyFields.Of(reply).SelectMany(article => article))
                    Field(name, value, writeEmpty: name == "article");
                break;
            case { MediaId: { } id } when !knowsMedia(id):
                Line('<', $"({reply.Type}) {{*}}");
                Fields(reply);
                break;
            default:
                Main('<', reply.Type, ReplyFields.Of(reply)[0][0].Value);
                Fields(reply);
                break;
        }
    }

    /// <summary>Whatever comes back is right.</summary>
    public void AnswerAnything() => Line('<', $"({ExpectedReply.Anything})");

    private void Fields(PassiveReply reply)
    {
        foreach (var (name, value) in ReplyFields.Of(reply)[0].Skip(1))
            Field(name, value);
    }

    private void Text(char mark, string text)
    {
        var lines = text.Split('\n').Select(Escape).ToList();
        Line(mark, TranscriptBlock.LooksLikeKind(lines[0]) ? "(text) " + lines[0] : lines[0]);
        foreach (var line in lines.Skip(1))
            Line('|', line);
    }

    private void Main(char mark, string kind, string? value) => Line(mark, string.IsNullOrEmpty(value) ? $"({kind})" : $"({kind}) {Escape(value)}");

    private void Field(string name, string? value, bool writeEmpty = false)
    {
        if (!string.IsNullOrEmpty(value) || writeEmpty)
            Line('|', $"{name}: {Escape(value ?? "")}".TrimEnd());
    }

    private void Line(char mark, string content)
    {
        _file.Append(mark);
        if (content.Length > 0)
            _file.Append(' ').Append(content);
        _file.Append('\n');
    }

    private static string Number(double? number) =>
        number is { } value ? value.ToString("0.###############", CultureInfo.InvariantCulture) : "";

    // Blanks at the end of a line mean nothing, so one that is meant is written by its number.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                escaped.Append(c).Append(text[++i]);
            else if (c == '{')
                escaped.Append("{{");
            else if (char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFEFF' || (i == text.Length - 1 && char.IsWhiteSpace(c)))
                escaped.Append(CultureInfo.InvariantCulture, $"{{U+{(int)c:X4}}}");
            else
                escaped.Append(c);
        }
        return escaped.ToString();
    }
}
