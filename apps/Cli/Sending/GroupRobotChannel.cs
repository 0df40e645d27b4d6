using Hongyan.Cli.Inspecting;
using Hongyan.WeCom;

namespace Hongyan.Cli.Sending;

/// <summary>A group robot (群机器人, 消息推送).</summary>
internal sealed class GroupRobotChannel(GroupRobotClient client) : IChannel
{
    private const int TextBytes = 2048;
    private const int MarkdownBytes = 4096;
    private const int PictureBytes = 2 * 1024 * 1024;

    public Platform Platform => Platform.WeCom;

    public async Task<SendReport> SendAsync(MessageContent content, bool cuts, CancellationToken cancellationToken)
    {
        await (content.Kind switch
        {
            ContentKind.Text => client.SendTextAsync(content.Within(TextBytes, cuts), mentions: null, cancellationToken),
            ContentKind.Markdown => client.SendMarkdownAsync(content.Within(MarkdownBytes, cuts), cancellationToken),
            ContentKind.Image => SendImageAsync(content, cancellationToken),
            _ => SendFileAsync(content, cancellationToken),
        });
        return SendReport.Sent;
    }

    private async Task SendImageAsync(MessageContent content, CancellationToken cancellationToken)
    {
        await using var file = content.OpenFile();
        // One byte more than the client takes is enough for it to refuse.
        var picture = new byte[Math.Min(file.Length, PictureBytes + 1)];
        await file.ReadExactlyAsync(picture, cancellationToken);
        await client.SendImageAsync(picture, cancellationToken);
    }

    private async Task SendFileAsync(MessageContent content, CancellationToken cancellationToken)
    {
        await using var file = content.OpenFile();
        var media = await client.UploadAsync(MediaType.File, Path.GetFileName(content.Value), file, cancellationToken);
        await client.SendFileAsync(media.MediaId, cancellationToken);
    }
}
