using Hongyan.OfficialAccount;
using Hongyan.WeCom;
using Microsoft.Extensions.Localization;

namespace Hongyan.Server.Demo;

/// <summary>Answers a picture with its mirror image, and where that cannot be made with the picture as it came and the reason.</summary>
internal sealed partial class DemoPicture(PictureMirror mirror, IStringLocalizer<DemoTexts> texts, ILogger<DemoPicture> logger)
{
    private const string FileName = "mirrored.png";

    public Task<Reply> AnswerAsync(ImageMessage image, WeComClient wecom, CancellationToken cancellationToken) => AnswerAsync(
        image,
        wecom.Media.DownloadAsync,
        async (content, token) => (await wecom.Media.UploadAsync(MediaType.Image, FileName, content, token)).MediaId,
        cancellationToken);

    public Task<Reply> AnswerAsync(ImageMessage image, OfficialAccountClient account, CancellationToken cancellationToken) => AnswerAsync(
        image,
        account.Media.DownloadAsync,
        async (content, token) => (await account.Media.UploadAsync(MaterialType.Image, FileName, content, token)).MediaId,
        cancellationToken);

    private async Task<Reply> AnswerAsync(
        ImageMessage image, Func<string, CancellationToken, Task<DownloadedMedia>> download, Func<Stream, CancellationToken, Task<string>> upload,
        CancellationToken cancellationToken)
    {
        try
        {
            if (await mirror.MirrorAsync(await FetchAsync(image, download, cancellationToken), cancellationToken) is not { } mirrored)
                return AsItCame(image, "PictureNotMirrored");

            using var content = new MemoryStream(mirrored);
            return new ImageReply(await upload(content, cancellationToken));
        }
        catch (Exception failure) when (failure is HongyanException or IOException)
        {
            LogFailed(logger, failure);
            return AsItCame(image, "PictureNotFetched");
        }
    }

    /// <summary>A picture has at most 10 MB, so it may be held whole; a connection that breaks half-way must not become half a picture.</summary>
    private static async Task<byte[]> FetchAsync(
        ImageMessage image, Func<string, CancellationToken, Task<DownloadedMedia>> download, CancellationToken cancellationToken)
    {
        await using var received = await download(image.MediaId, cancellationToken);
        using var whole = new MemoryStream();
        await received.Content.CopyToAsync(whole, cancellationToken);
        return whole.ToArray();
    }

    /// <summary>One passive reply holds a picture or a text; an article holds both.</summary>
    private NewsReply AsItCame(ImageMessage image, string reason) => new(new NewsArticle
    {
        Title = texts["Picture"],
        Description = texts[reason],
        PictureUrl = image.PictureUrl,
        Url = image.PictureUrl,
    });

    [LoggerMessage(1, LogLevel.Warning, "The picture could not be fetched or sent back")]
    private static partial void LogFailed(ILogger logger, Exception failure);
}
