using System.Buffers;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>What WeCom takes in calls of the customer service.</summary>
internal static class ServiceLimits
{
    public const int MaxUsers = 100;
    public const int MaxDepartments = 20;

    private const string Pages = "developer.work.weixin.qq.com/document/path/";
    private const string SendPage = Pages + "94677";
    private const int NameCharacters = 16;
    private const int SceneBytes = 32;
    private const int MessageIdBytes = 32;
    private const int TextBytes = 2048;
    private const int TitleBytes = 128;
    private const int DescriptionBytes = 512;
    private const int UrlBytes = 2048;
    private const int MiniProgramTitleBytes = 64;
    private const int MenuTextBytes = 1024;
    private const int MenuReplyBytes = 128;
    private const int MenuLineBytes = 256;
    private const int MaxMenuItems = 10;
    private const int CursorBytes = 64;
    private const int TokenBytes = 128;
    private const int MaxBatch = 1000;

    private static readonly SearchValues<char> IdCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-");

    public static void CheckAccountName(string? name)
    {
        var check = new LimitCheck("a customer service account", Pages + "94662");
        check.Required("name", name);
        check.Characters("name", name, NameCharacters);
    }

    public static void CheckScene(string? scene)
    {
        new LimitCheck("a link to a customer service account", Pages + "94665").Optional("scene", scene, SceneBytes);
        CheckCharacters("scene", scene, Pages + "94665");
    }

    public static void CheckServicers(IReadOnlyList<string> userIds, IReadOnlyList<int> departmentIds)
    {
        var check = new LimitCheck("a change of servicers", Pages + "94646");
        check.AnyOf("userIds, departmentIds", userIds.Count + departmentIds.Count > 0);
        check.Count("userIds", userIds.Count, 0, MaxUsers);
        check.Count("departmentIds", departmentIds.Count, 0, MaxDepartments);
    }

    public static void CheckMessageId(string? messageId)
    {
        new LimitCheck("a message of the customer service", SendPage).Optional("messageId", messageId, MessageIdBytes);
        CheckCharacters("messageId", messageId, SendPage);
    }

    public static void Check(SyncOptions options)
    {
        var check = new LimitCheck("reading messages", Pages + "94670");
        check.Required("SyncOptions.OpenKfId", options.OpenKfId);
        check.Optional("SyncOptions.Cursor", options.Cursor, CursorBytes);
        check.Optional("SyncOptions.Token", options.Token, TokenBytes);
        check.Range("SyncOptions.BatchSize", options.BatchSize ?? MaxBatch, 1, MaxBatch);
    }

    public static void Check(ServiceMessage message)
    {
        var check = new LimitCheck("a message of the customer service", SendPage);
        switch (message)
        {
            case ServiceText text:
                check.Required("ServiceText.Content", text.Content, TextBytes, "Shorten it, or send several.");
                break;
            case ServiceMenu menu:
                Check(check, menu);
                break;
            case ServiceImage image:
                check.Required("ServiceImage.MediaId", image.MediaId);
                break;
            case ServiceVoice voice:
                check.Required("ServiceVoice.MediaId", voice.MediaId);
                break;
            case ServiceVideo video:
                check.Required("ServiceVideo.MediaId", video.MediaId);
                break;
            case ServiceFile file:
                check.Required("ServiceFile.MediaId", file.MediaId);
                break;
            case ServiceLink link:
                check.Required("ServiceLink.Title", link.Title, TitleBytes);
                check.Optional("ServiceLink.Description", link.Description, DescriptionBytes);
                check.Required("ServiceLink.Url", link.Url, UrlBytes);
                check.Required("ServiceLink.ThumbnailMediaId", link.ThumbnailMediaId);
                break;
            case ServiceMiniProgram program:
                check.Required("ServiceMiniProgram.AppId", program.AppId);
                check.Optional("ServiceMiniProgram.Title", program.Title, MiniProgramTitleBytes);
                check.Required("ServiceMiniProgram.ThumbnailMediaId", program.ThumbnailMediaId);
                check.Required("ServiceMiniProgram.PagePath", program.PagePath);
                break;
            case ServiceLocation location:
                check.Range("ServiceLocation.Latitude", location.Latitude, -90, 90);
                check.Range("ServiceLocation.Longitude", location.Longitude, -180, 180);
                break;
            case ServiceAcquisitionLink link:
                check.Required("ServiceAcquisitionLink.Url", link.Url);
                break;
            case ServiceBusinessCard card:
                check.Required("ServiceBusinessCard.UserId", card.UserId);
                break;
        }
    }

    private static void Check(LimitCheck check, ServiceMenu menu)
    {
        check.Optional("ServiceMenu.Head", menu.Head, MenuTextBytes);
        check.Optional("ServiceMenu.Tail", menu.Tail, MenuTextBytes);
        check.Count("ServiceMenu.Items", menu.Items.Count, 1, MaxMenuItems);
        for (var i = 0; i < menu.Items.Count; i++)
        {
            var at = $"ServiceMenu.Items[{i}]";
            switch (menu.Items[i])
            {
                case ServiceMenuReply reply:
                    check.Required($"{at}.Content", reply.Content, MenuReplyBytes);
                    check.Optional($"{at}.Id", reply.Id, MenuReplyBytes);
                    break;
                case ServiceMenuLink link:
                    check.Required($"{at}.Content", link.Content, MenuTextBytes);
                    check.Required($"{at}.Url", link.Url, UrlBytes);
                    break;
                case ServiceMenuMiniProgram program:
                    check.Required($"{at}.Content", program.Content, MenuTextBytes);
                    check.Required($"{at}.AppId", program.AppId);
                    check.Required($"{at}.PagePath", program.PagePath, MenuTextBytes);
                    break;
                case ServiceMenuText text:
                    check.Required($"{at}.Content", text.Content, MenuLineBytes);
                    break;
            }
        }
    }

    private static void CheckCharacters(string field, string? text, string page)
    {
        var others = text?.Count(character => !IdCharacters.Contains(character)) ?? 0;
        if (others > 0)
            throw new FieldLimitException(field, 0, others,
                $"{field} has {others} characters that are not allowed; it takes letters, digits, '_' and '-' ({page}).");
    }
}
