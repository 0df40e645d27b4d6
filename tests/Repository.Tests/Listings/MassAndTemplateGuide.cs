using Hongyan.OfficialAccount;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Repository.Tests.Listings;

/// <summary>The listings of docs/guides/mass-and-template.md.</summary>
internal static class MassAndTemplateGuide
{
    public static async Task MassAsync(WebApplication app, int parents)
    {
        // <mass>
        var account = app.Services.GetRequiredKeyedService<OfficialAccountClient>("school");
        var toAll = await account.MassMessages.SendToAllAsync("明天停课一天。", clientMessageId: "snow-day-1");
        var toTag = await account.MassMessages.SendToTagAsync(parents, "今晚七点家长会。", clientMessageId: "meeting-12");
        if (toAll.WasSentBefore)
            Console.WriteLine($"这条群发过了，任务 {toAll.MessageId}");
        // </mass>
        _ = toTag;
    }

    public static void Finished(WebApplication app)
    {
        // <finished>
        var bot = app.MapOfficialAccount("/school", "school");
        bot.On<MassSendFinishedEvent>((MassSendFinishedEvent sent) =>
            Console.WriteLine($"群发 {sent.MassMessageId}：{sent.Status}，送达 {sent.SentCount}，失败 {sent.ErrorCount}"));
        // </finished>
    }

    public static async Task NewsAsync(OfficialAccountClient account, Stream cover, Stream picture, string reviewer)
    {
        // <news>
        var thumb = await account.Materials.AddAsync(MaterialType.Image, "封面.jpg", cover);
        var inside = await account.Materials.UploadArticlePictureAsync("操场.jpg", picture);
        var draft = await account.Drafts.AddAsync(
        [
            new DraftArticle("开学通知", $"<p>九月一日开学。</p><img src=\"{inside}\">") { Author = "教务处", ThumbMediaId = thumb.MediaId },
        ]);

        await account.MassMessages.PreviewAsync(reviewer, new MassNews(draft));     // 先给一个人看
        await account.MassMessages.SendToAllAsync(new MassNews(draft));             // 推给所有人
        // </news>
    }

    public static async Task PublishAsync(OfficialAccountClient account, string draft)
    {
        // <publish>
        var submission = await account.Publishing.SubmitAsync(draft);
        var publication = await account.Publishing.GetAsync(submission.PublishId);  // 或者等 PublishFinishedEvent
        if (publication.Status == PublishStatus.Published)
            Console.WriteLine(publication.Articles[0].Url);
        // </publish>
    }

    public static async Task TemplateAsync(OfficialAccountClient account, string openId)
    {
        // <template>
        var templateId = await account.TemplateMessages.AddAsync("47123", ["课程名称", "上课时间"]);
        await account.TemplateMessages.SendAsync(
            new TemplateMessage(openId, templateId, new Dictionary<string, string> { ["thing1"] = "钢琴一对一", ["time2"] = "2026年9月1日 10:00" })
            {
                Url = "https://example.com/lessons/7",
                ClientMessageId = "lesson-7-reminder",
            });
        // </template>
    }

    public static async Task SubscribeAsync(OfficialAccountClient account, string openId, string templateId)
    {
        // <subscribe>
        try
        {
            await account.SubscribeMessages.SendAsync(
                new SubscribeMessage(openId, templateId, new Dictionary<string, string> { ["thing1"] = "秋季运动会", ["phrase2"] = "成功" }));
        }
        catch (PlatformApiException refusal) when (refusal.Code == 43101)
        {
            // 对方没有同意，或者同意的那一条已经用掉了：下次让对方在网页上再点一次。
        }
        // </subscribe>
    }
}
