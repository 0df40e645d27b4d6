using System.CommandLine;
using System.Text;
using Hongyan.Cli.Accounts;
using Hongyan.Cli.Resources;

namespace Hongyan.Cli.Sending;

/// <summary><c>hongyan send</c>: one message to people, a group or a follower, and an exit code that a script can go by.</summary>
internal static class SendCommand
{
    public static Command Create(Func<Stream> openInput)
    {
        var target = new SendTarget();
        var text = new Option<string?>("--text") { Description = Texts.Get("Send.Text"), HelpName = "TEXT" };
        var markdown = new Option<string?>("--markdown") { Description = Texts.Get("Send.Markdown"), HelpName = "TEXT" };
        var image = new Option<string?>("--image") { Description = Texts.Get("Send.Image"), HelpName = "FILE" };
        var file = new Option<string?>("--file") { Description = Texts.Get("Send.File"), HelpName = "FILE" };
        var cut = new Option<bool>("--cut") { Description = Texts.Get("Send.Cut") };
        var json = new Option<bool>("--json") { Description = Texts.Get("Send.Json") };
        var command = new Command("send", Texts.Get("Send.Description"));
        target.AddTo(command);
        foreach (var option in new Option[] { text, markdown, image, file, cut, json })
            command.Options.Add(option);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            SendReport report;
            try
            {
                using var http = PlatformHttp.Create();
                var channel = target.Open(parsed, http);
                var content = await ReadAsync(
                    [
                        (ContentKind.Text, parsed.GetValue(text)), (ContentKind.Markdown, parsed.GetValue(markdown)),
                        (ContentKind.Image, parsed.GetValue(image)), (ContentKind.File, parsed.GetValue(file)),
                    ], openInput, cancellationToken);
                report = await SendAsync(channel, content, parsed.GetValue(cut), cancellationToken);
            }
            catch (InputException problem)
            {
                report = new SendReport("unusable", ExitCode.Unusable) { Error = problem.Message };
            }
            return await TellAsync(parsed, report, parsed.GetValue(json));
        });
        return command;
    }

    private static async Task<MessageContent> ReadAsync(IReadOnlyList<(ContentKind Kind, string? Value)> given, Func<Stream> openInput, CancellationToken cancellationToken)
    {
        if (given.Where(content => content.Value is not null).ToList() is not [var (kind, value)])
            throw new InputException(Texts.Get("Send.WhatExactly"));
        if (kind is ContentKind.Text or ContentKind.Markdown && value == InputFile.StandardInput)
            value = Encoding.UTF8.GetString(InputFile.WithoutLineEnd(await InputFile.ReadAsync(value, openInput, cancellationToken)).Span);
        return new MessageContent(kind, value!);
    }

    private static async Task<SendReport> SendAsync(IChannel channel, MessageContent content, bool cuts, CancellationToken cancellationToken)
    {
        try
        {
            return await channel.SendAsync(content, cuts, cancellationToken);
        }
        catch (PlatformApiException refusal)
        {
            return SendReport.Of(channel.Platform, refusal);
        }
        catch (PlatformUnavailableException failure)
        {
            return SendReport.Of(failure);
        }
        catch (Exception mistake) when (mistake is HongyanException or ArgumentException)
        {
            // A limit or a format that is checked before anything is sent; the sentence names both.
            return new SendReport("unusable", ExitCode.Unusable) { Error = mistake.Message };
        }
    }

    private static async Task<int> TellAsync(ParseResult parsed, SendReport report, bool asJson)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        if (asJson)
            await output.WriteLineAsync(report.ToJson());
        else if (report.ExitCode is ExitCode.Done or ExitCode.Partial)
            await output.WriteLineAsync(report.MessageId is { } id ? Texts.Get("Send.SentWithId", id) : Texts.Get("Send.Sent"));

        if (report.NotReached.Count > 0)
            await error.WriteLineAsync(Texts.Get("Send.NotReached", string.Join(' ', report.NotReached)));
        if (report.Error is not null)
            await error.WriteLineAsync(report.ErrorCode is { } code ? $"errcode {code}: {report.Error}" : report.Error);
        if (report.Hint is not null)
            await error.WriteLineAsync(report.Hint);
        if (report.ExitCode == ExitCode.Unknown)
            await error.WriteLineAsync(Texts.Get("Send.MayBeSent"));
        return report.ExitCode;
    }
}
