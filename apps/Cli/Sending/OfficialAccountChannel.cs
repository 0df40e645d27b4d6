using Hongyan.Cli.Inspecting;
using Hongyan.Cli.Resources;
using Hongyan.OfficialAccount;

namespace Hongyan.Cli.Sending;

/// <summary>Customer messages (客服消息) to one follower.</summary>
internal sealed class OfficialAccountChannel(OfficialAccountClient client, string openId) : IChannel
{
    public Platform Platform => Platform.OfficialAccount;

    public async Task<SendReport> SendAsync(MessageContent content, bool cuts, CancellationToken cancellationToken)
    {
        CustomerMessage message = content.Kind switch
        {
            ContentKind.Text => new CustomerText(content.Within(CustomerText.MaxBytes, cuts)),
            ContentKind.Image => new CustomerImage(await UploadAsync(content, cancellationToken)),
            _ => throw new InputException(Texts.Get("Send.NotForOfficialAccount")),
        };
        await client.CustomerMessages.SendAsync(openId, message, serviceAccount: null, cancellationToken);
        return SendReport.Sent;
    }

    private async Task<string> UploadAsync(MessageContent content, CancellationToken cancellationToken)
    {
        await using var file = content.OpenFile();
        return (await client.Media.UploadAsync(MaterialType.Image, Path.GetFileName(content.Value), file, cancellationToken)).MediaId;
    }
}
