using System.Globalization;
using Hongyan.Simulator.Chat;
using Hongyan.Simulator.WeCom;
using Microsoft.Extensions.Localization;

namespace Hongyan.Simulator.Resources;

/// <summary>Says things in the reader's language (Chinese first).</summary>
public sealed class Wording(IStringLocalizer<Texts> texts)
{
    /// <summary>A sentence, with its places filled.</summary>
    public string this[string key, params IReadOnlyList<object> arguments] =>
        arguments.Count == 0 ? texts[key].Value : string.Format(CultureInfo.CurrentCulture, texts[key].Value, [.. arguments]);

    /// <summary>What was noticed, with the official code where there is one.</summary>
    public string Of(Finding finding)
    {
        var sentence = this[$"Finding_{finding.Kind}", finding.Arguments];
        return finding.Code is { } code ? this["FindingWithCode", sentence, code] : sentence;
    }

    /// <summary>A conversation's entry in one line of text.</summary>
    public string Of(ChatMessage message) => message switch
    {
        { Message: { } sent } => Summarize(sent.Type, sent.Content, sent.Label ?? sent.Title ?? sent.MediaId),
        { Reply: { } reply } => Summarize(reply.Type, reply.Content, reply.ReplaceName ?? reply.Articles?[0].Title ?? reply.Title ?? reply.KfAccount ?? reply.MediaId),
        { Active: { IsRecalled: true } } => this["Active_Recalled"],
        { Active: { } sent } => Summarize(sent.Type, sent.Content,
            sent.Title ?? sent.Articles?[0].Title ?? sent.Menu?.Head ?? sent.Card?.MainTitle?.Title ?? sent.Card?.SubTitle ?? sent.MediaId),
        { Event: { } happened } => this["EventSummary", NameOfEvent(happened.Event), happened.Event],
        { Notice: { } notice } => notice,
        { ToRobot: { } said } => said.Words is { Length: > 0 } text ? text : this[$"Type_{said.Type}"],
        { FromRobot: { } answer } => Summarize(answer.Type, answer.Content, answer.Card?.MainTitle?.Title ?? answer.Card?.SubTitle),
        { Finding: { } finding } => Of(finding),
        _ => "",
    };

    /// <summary>A status of HTTP that has no better explanation.</summary>
    public string Status(int status) => texts[$"Status_{status}"] is { ResourceNotFound: false } text ? text.Value : this["Status_Other", status];

    /// <summary>An event in the reader's words.</summary>
    // Keys of resources do not tell upper from lower case.
    public string NameOfEvent(string name) => this[$"Event_{(name is "CLICK" or "VIEW" ? name.ToLowerInvariant() : name)}"];

    /// <summary>A kind of reply in the reader's words; <c>nothing</c> is one too.</summary>
    public string NameOfReply(string kind) => texts[$"Type_{kind}"] is { ResourceNotFound: false } text ? text.Value : kind;

    /// <summary>How far the simulator's clock is ahead.</summary>
    public string ClockOffset(TimeSpan offset) => offset > TimeSpan.Zero ? this["Clock_Ahead", Span(offset)] : this["Clock_Real"];

    /// <summary>A span of time in the largest units that it fills.</summary>
    public string Span(TimeSpan span)
    {
        List<string> parts = [];
        if (span.Days > 0)
            parts.Add(this[span.Days == 1 ? "Span_Day" : "Span_Days", span.Days]);
        if (span.Hours > 0)
            parts.Add(this[span.Hours == 1 ? "Span_Hour" : "Span_Hours", span.Hours]);
        if (span.Minutes > 0 || parts.Count == 0)
            parts.Add(this["Span_Minutes", span.Minutes]);
        return string.Join(' ', parts);
    }

    private string Summarize(string type, string? content, string? rest) =>
        content ?? (string.IsNullOrEmpty(rest) ? this[$"Type_{type}"] : this["TypeSummary", this[$"Type_{type}"], rest]);
}
