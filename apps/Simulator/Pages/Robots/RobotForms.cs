using System.Globalization;
using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Control;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Pages;

/// <summary>Reads what the pages with robots post without script.</summary>
internal static class RobotForms
{
    // Without script nothing updates the page later, so the answer gets a moment to arrive first.
    private static readonly TimeSpan PatienceWithoutScript = TimeSpan.FromSeconds(1.5);

    /// <summary>A number that a hidden field or the address holds; null for none, or for what is no number.</summary>
    public static long? NumberOf(string? field) =>
        long.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The message of a posted form; false when one of its files is of another kind.</summary>
    public static bool TryRead(IFormCollection form, MediaStore media, out RobotMessage message)
    {
        var type = form["type"].ToString();
        var text = form["text"].ToString().ReplaceLineEndings("\n");
        message = new() { Type = type };
        if (type == "voice")
        {
            message = message with { Content = text };
            return true;
        }
        var kind = type == "mixed" ? MediaKind.Image : Enum.TryParse<MediaKind>(type, ignoreCase: true, out var named) ? named : MediaKind.File;
        if (!PostedFiles.TryKeep(form, media, kind, out var files))
            return false;
        // Without a picture it is the sample as a whole.
        message = type != "mixed" ? message with { MediaId = files is [var file, ..] ? file : null }
            : files.Count > 0 ? (message with { Content = text }).With(files)
            : message;
        return true;
    }

    /// <summary>Presses a button of a card.</summary>
    public static SendResult Click(IFormCollection form, RobotActs acts, RobotBook robots, Member member, ConversationLog chats, Wording wording)
    {
        if (Find(form["card"], robots, member, chats) is not ({ } robot, { FromRobot.Card: not null } entry))
            return SendResult.Refused("card", wording["Problem_NoAnswer_Detail", form["card"].ToString()]);
        if (form["ask"].ToString() is { Length: > 0 } question && entry.ChatId is null)
            return acts.Say(robot, member, new() { Content = question });
        return acts.Click(robot, member, entry, new()
        {
            Key = form["key"].ToString(), SelectedItems = CardChoice.Read(form, entry.FromRobot.CardOf(member.UserId)!),
        });
    }

    /// <summary>Says what a member thinks of an answer.</summary>
    public static SendResult Judge(IFormCollection form, RobotActs acts, RobotBook robots, Member member, ConversationLog chats, Wording wording) =>
        Find(form["answer"], robots, member, chats) is ({ } robot, { FromRobot: not null } entry)
            ? acts.Judge(robot, member, entry, new()
            {
                Type = (int)(NumberOf(form["type"]) ?? 0),
                Reasons = form["type"] == "2" ? [.. form["reason"].Select(reason => (int)(NumberOf(reason) ?? 0))] : [],
                Content = form["content"].ToString() is { Length: > 0 } words ? words : null,
            })
            : SendResult.Refused("answer", wording["Problem_NoAnswer_Detail", form["answer"].ToString()]);

    /// <summary>Gives the answers a moment to arrive.</summary>
    public static Task WaitAsync(IEnumerable<Delivery> deliveries, IServiceProvider services, CancellationToken cancellationToken)
    {
        var engine = services.GetRequiredService<RobotDeliveries>();
        var ended = Task.WhenAll(deliveries.Select(delivery => engine.WaitAsync(delivery, cancellationToken)));
        return Task.WhenAny(ended, Task.Delay(PatienceWithoutScript, services.GetRequiredService<TimeProvider>(), cancellationToken));
    }

    // What is in a group is everybody's who is in it.
    private static (WeComRobot? Robot, ChatMessage? Entry) Find(string? id, RobotBook robots, Member member, ConversationLog chats) =>
        NumberOf(id) is { } number && chats.Find(number) is { } entry && (entry.ChatId is not null || entry.Member == member.UserId)
            ? (robots.Find(entry.App), entry)
            : (null, null);
}
