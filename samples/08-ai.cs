#:sdk Microsoft.NET.Sdk.Web
#:package Microsoft.Extensions.AI.Abstractions
#:project ../src/Hongyan.AspNetCore/Hongyan.AspNetCore.csproj
using System.Runtime.CompilerServices;
using Hongyan;
using Hongyan.WeCom;
using Microsoft.Extensions.AI;

var builder = WebApplication.CreateBuilder(args);
builder.AddWeComRobot();

// Any IChatClient will do: of OpenAI, DeepSeek, Ollama … This one needs no account and no key.
builder.Services.AddSingleton<IChatClient, Parrot>();

var app = builder.Build();
var bot = app.MapWeComRobot("/robot");

bot.On<EnterChatEvent>(() => "你好，问我点什么。");

// The pieces are shown while the model is still writing; on any other account they are joined into one answer.
bot.OnText((TextMessage message, IChatClient ai, CancellationToken ct) =>
    ai.GetStreamingResponseAsync(message.Content, cancellationToken: ct).Select(update => update.Text));

app.Run();

/// <summary>Stands in for a model: repeats the question, a word at a time, as slowly as one thinks.</summary>
internal sealed class Parrot : IChatClient
{
    private static readonly TimeSpan Thinking = TimeSpan.FromMilliseconds(300);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        string[] words = ["你问的是：", messages.Last().Text, "。", "我是一只鹦鹉，", "换成真的模型，", "就有真的回答。"];
        foreach (var word in words)
        {
            await Task.Delay(Thinking, cancellationToken);
            yield return new ChatResponseUpdate(ChatRole.Assistant, word);
        }
    }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
