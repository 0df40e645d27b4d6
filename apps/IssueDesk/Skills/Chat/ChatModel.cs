using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hongyan.IssueDesk.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hongyan.IssueDesk.Skills.Chat;

/// <summary>
/// Small talk by a model. Its answers are labelled, cut, and nothing but text: whatever it says, only what the person says makes a bug.
/// History and budget are forgotten when the process ends.
/// </summary>
internal sealed partial class ChatModel(
    IHttpClientFactory http, IOptionsMonitor<ChatOptions> options, DeskTexts texts, TimeZoneInfo timeZone, TimeProvider time, ILogger<ChatModel> logger)
{
    /// <summary>The named HttpClient, for whoever has to send its calls through a proxy.</summary>
    public const string HttpClientName = "Hongyan.IssueDesk.Chat";

    private const int MostTurns = 6;
    private const int MostPeople = 1000;
    private const int LongestText = 500;

    private readonly ConcurrentDictionary<UserRef, Talk> _talks = new();

    /// <summary>The answer; null where there is no model, it does not answer, or today's budget is spent.</summary>
    public async Task<string?> AnswerAsync(BotContext context, string text)
    {
        var settings = options.CurrentValue;
        if (settings.BaseUrl is null)
            return null;
        if (_talks.Count > MostPeople)
            _talks.Clear();
        // One person's messages run one after the other, so nobody else changes this talk meanwhile.
        var talk = _talks.GetOrAdd(context.User, _ => new Talk());
        if (!talk.Spend(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), timeZone).DateTime), settings.DailyBudget))
            return texts.Get("ChatBudget");
        var said = text.Length > LongestText ? text[..LongestText] : text;
        if (await AskAsync(settings, talk, said, context.CancellationToken) is not { } answer)
            return null;
        talk.Add(said, answer);
        return texts.Get("ChatLabel", ("answer", Utf8Limit.Cut(answer, TextReply.MaxBytes / 2)));
    }

    private async Task<string?> AskAsync(ChatOptions settings, Talk talk, string text, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(settings.TimeoutSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var client = http.CreateClient(HttpClientName);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(settings.BaseUrl!.AbsoluteUri.TrimEnd('/') + "/chat/completions"))
            {
                Content = JsonContent.Create(new JsonObject
                {
                    ["model"] = settings.Model,
                    ["max_tokens"] = LongestText,
                    ["messages"] = new JsonArray([Message("system", texts.Get("ChatInstruction")), .. talk.Messages.Select(turn => Message(turn.Role, turn.Text)), Message("user", text)]),
                }),
            };
            if (!string.IsNullOrEmpty(settings.Key))
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.Key);
            using var response = await client.SendAsync(request, either.Token);
            response.EnsureSuccessStatusCode();
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(either.Token));
            return (string?)answer?["choices"]?[0]?["message"]?["content"] is { } content && !string.IsNullOrWhiteSpace(content) ? content.Trim() : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or InvalidOperationException or ArgumentOutOfRangeException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogSilent(logger, failure.Message);
            return null;
        }
    }

    private static JsonObject Message(string role, string text) => new JsonObject { ["role"] = role, ["content"] = text };

    [LoggerMessage(1, LogLevel.Warning, "IssueDesk: the chat model did not answer: {Reason}")]
    private static partial void LogSilent(ILogger logger, string reason);

    private sealed class Talk
    {
        private readonly Queue<(string Role, string Text)> _messages = new();
        private DateOnly _day;
        private int _spent;

        public IEnumerable<(string Role, string Text)> Messages => _messages;

        public bool Spend(DateOnly today, int budget)
        {
            if (_day != today)
                (_day, _spent) = (today, 0);
            return ++_spent <= budget;
        }

        public void Add(string said, string answer)
        {
            _messages.Enqueue(("user", said));
            _messages.Enqueue(("assistant", answer));
            while (_messages.Count > MostTurns * 2)
                _messages.Dequeue();
        }
    }
}
