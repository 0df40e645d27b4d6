using Hongyan.Cli.Inspecting;
using Hongyan.WeCom;

namespace Hongyan.Cli.Sending;

/// <summary>Messages of an application (应用消息).</summary>
internal sealed class WeComChannel(WeComClient client, Recipients to) : IChannel
{
    public Platform Platform => Platform.WeCom;

    public async Task<SendReport> SendAsync(MessageContent content, bool cuts, CancellationToken cancellationToken)
    {
        Push push = content.Kind switch
        {
            ContentKind.Text => new TextPush(content.Within(TextPush.MaxBytes, cuts)),
            ContentKind.Markdown => new MarkdownPush(content.Within(MarkdownPush.MaxBytes, cuts)),
            ContentKind.Image => new ImagePush(await UploadAsync(MediaType.Image, content, cancellationToken)),
            _ => new FilePush(await UploadAsync(MediaType.File, content, cancellationToken)),
        };
        return SendReport.Of(await client.Messages.SendAsync(to, push, options: null, cancellationToken));
    }

    private async Task<string> UploadAsync(MediaType type, MessageContent content, CancellationToken cancellationToken)
    {
        await using var file = content.OpenFile();
        return (await client.Media.UploadAsync(type, Path.GetFileName(content.Value), file, cancellationToken)).MediaId;
    }
}
