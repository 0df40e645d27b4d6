using System.Xml.Linq;

namespace Hongyan.Simulator.WeCom;

/// <summary>Reads a decrypted passive reply and checks what the platform's documents ask of it.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90241.</remarks>
internal static class PassiveReplyParser
{
    /// <summary>The reply, or null and what is wrong with it.</summary>
    /// <param name="root">The decrypted document.</param>
    /// <param name="corpId">Who must be the sender.</param>
    /// <param name="userId">Who must be the receiver.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="note">What the platform changes about a reply that is right.</param>
    public static PassiveReply? Parse(XElement root, string corpId, string userId, out Finding? problem, out Finding? note)
    {
        note = null;
        problem = ReplyElements.CheckHeader(root, corpId, userId);
        if (problem is not null)
            return null;

        var type = ReplyElements.Text(root, "MsgType");
        switch (type)
        {
            case "update_button":
                problem = ReplyElements.Missing(root, "Button", "ReplaceName");
                return ReplyElements.Unless(problem, new() { Type = type, ReplaceName = ReplyElements.Text(root, "Button", "ReplaceName") });

            case "update_template_card":
                problem = ReplyElements.Missing(root, "TemplateCard", "CardType");
                return ReplyElements.Unless(problem, new()
                {
                    Type = type,
                    CardType = ReplyElements.Text(root, "TemplateCard", "CardType"),
                    Title = ReplyElements.Text(root, "TemplateCard", "MainTitle", "Title"),
                    Description = ReplyElements.Text(root, "TemplateCard", "MainTitle", "Desc"),
                    Card = root.Element("TemplateCard") is { } card ? CardXml.Read(card) : null,
                });

            default:
                return ReplyElements.Read(root, type, out problem, out note);
        }
    }
}
