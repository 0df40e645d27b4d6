using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>What WeCom takes in calls about customers.</summary>
internal static class ExternalContactLimits
{
    private const string Pages = "developer.work.weixin.qq.com/document/path/";
    private const int NameCharacters = 30;
    private const int RemarkCharacters = 20;
    private const int DescriptionCharacters = 150;
    private const int TitleBytes = 128;
    private const int DescriptionBytes = 512;
    private const int UrlBytes = 2048;
    private const int MiniProgramTitleBytes = 64;
    private const int WelcomeTextBytes = 4000;
    private const int MaxAttachments = 9;
    private const int MaxOwners = 100;

    public static void Check(ExternalContactRemark remark)
    {
        var check = new LimitCheck("a remark on a customer", Pages + "92115");
        check.Characters("ExternalContactRemark.Remark", remark.Remark, RemarkCharacters);
        check.Characters("ExternalContactRemark.Company", remark.Company, RemarkCharacters);
        check.Characters("ExternalContactRemark.Description", remark.Description, DescriptionCharacters);
    }

    public static void Check(NewCorpTags tags)
    {
        var check = new LimitCheck("a call that adds tags", Pages + "92117");
        check.AnyOf("NewCorpTags.GroupId, NewCorpTags.GroupName", !string.IsNullOrEmpty(tags.GroupId) || !string.IsNullOrEmpty(tags.GroupName));
        check.Characters("NewCorpTags.GroupName", tags.GroupName, NameCharacters);
        check.Count("NewCorpTags.Tags", tags.Tags.Count, 1, int.MaxValue);
        for (var i = 0; i < tags.Tags.Count; i++)
        {
            check.Required($"NewCorpTags.Tags[{i}].Name", tags.Tags[i].Name);
            check.Characters($"NewCorpTags.Tags[{i}].Name", tags.Tags[i].Name, NameCharacters);
        }
    }

    public static void Check(CorpTagChanges changes) =>
        new LimitCheck("a change of a tag", Pages + "92117").Characters("CorpTagChanges.Name", changes.Name, NameCharacters);

    public static void Check(ContactWay way)
    {
        var check = new LimitCheck(way.Type == ContactWayType.OneMember ? "a contact way to one member" : "a contact way", Pages + "92228");
        check.Characters("ContactWay.Remark", way.Remark, NameCharacters);
        check.Characters("ContactWay.State", way.State, NameCharacters);
        if (way.Type == ContactWayType.OneMember)
        {
            check.Count("ContactWay.UserIds", way.UserIds.Count, 1, 1);
            check.Count("ContactWay.DepartmentIds", way.DepartmentIds.Count, 0, 0);
        }
        else
        {
            check.AnyOf("ContactWay.UserIds, ContactWay.DepartmentIds", way.UserIds.Count + way.DepartmentIds.Count > 0);
        }
    }

    public static void Check(GroupChatFilter filter) =>
        new LimitCheck("a list of groups", Pages + "92120").Count("GroupChatFilter.OwnerUserIds", filter.OwnerUserIds.Count, 0, MaxOwners);

    public static void Check(WelcomeMessage message)
    {
        var check = new LimitCheck("a welcome message", Pages + "92137");
        check.AnyOf("WelcomeMessage.Text, WelcomeMessage.Attachments", !string.IsNullOrEmpty(message.Text) || message.Attachments.Count > 0);
        check.Optional("WelcomeMessage.Text", message.Text, WelcomeTextBytes);
        check.Count("WelcomeMessage.Attachments", message.Attachments.Count, 0, MaxAttachments);
        for (var i = 0; i < message.Attachments.Count; i++)
            Check(check, $"WelcomeMessage.Attachments[{i}]", message.Attachments[i]);
    }

    private static void Check(LimitCheck check, string at, WelcomeAttachment attachment)
    {
        switch (attachment)
        {
            case WelcomeImage image:
                var sources = $"{at}.MediaId, {at}.Url";
                var found = (string.IsNullOrEmpty(image.MediaId) ? 0 : 1) + (string.IsNullOrEmpty(image.Url) ? 0 : 1);
                check.AnyOf(sources, found > 0);
                check.AtMostOneOf(sources, found);
                break;
            case WelcomeLink link:
                check.Required($"{at}.Title", link.Title, TitleBytes);
                check.Required($"{at}.Url", link.Url, UrlBytes);
                check.Optional($"{at}.Description", link.Description, DescriptionBytes);
                break;
            case WelcomeMiniProgram program:
                check.Required($"{at}.Title", program.Title, MiniProgramTitleBytes);
                check.Required($"{at}.PictureMediaId", program.PictureMediaId);
                check.Required($"{at}.AppId", program.AppId);
                check.Required($"{at}.Page", program.Page);
                break;
            case WelcomeVideo video:
                check.Required($"{at}.MediaId", video.MediaId);
                break;
            case WelcomeFile file:
                check.Required($"{at}.MediaId", file.MediaId);
                break;
        }
    }
}
