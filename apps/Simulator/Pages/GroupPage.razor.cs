using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Control;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Components;

namespace Hongyan.Simulator.Pages;

/// <summary>A group: what apps and group robots send into it, and what members say, which only the AI robots hear that they name.</summary>
public sealed partial class GroupPage
{
    private GroupChat? _group;
    private Member? _member;
    private ChatMessage? _selected;
    private ChatMessage? _quoted;
    private string? _typed;
    private string? _error;

    /// <summary>chatid.</summary>
    [Parameter]
    public string ChatId { get; set; } = "";

    /// <summary>UserID of who looks at it; the first member of the group when the address names none.</summary>
    [Parameter]
    public string? UserId { get; set; }

    /// <summary>The entry whose wire is shown; the last one when the address names none.</summary>
    [SupplyParameterFromQuery]
    private string? Message { get; set; }

    /// <summary>The entry that the next message quotes.</summary>
    [SupplyParameterFromQuery]
    private string? Quotes { get; set; }

    /// <summary>Set after a form of an earlier run of the simulator was sent.</summary>
    [SupplyParameterFromQuery]
    private string? Expired { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Inject]
    private ConversationLog Chats { get; set; } = null!;

    [Inject]
    private GroupChats Groups { get; set; } = null!;

    [Inject]
    private RobotBook Robots { get; set; } = null!;

    [Inject]
    private ReadMarks Marks { get; set; } = null!;

    [Inject]
    private SimulatedWorld World { get; set; } = null!;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Here => AddressOf(_group!.ChatId, _member!.UserId);

    /// <summary>Where a group is looked at by a member.</summary>
    public static string AddressOf(string chatId, string userId) => $"/wecom/groups/{Uri.EscapeDataString(chatId)}/{Uri.EscapeDataString(userId)}";

    /// <summary>A member of the group, or null.</summary>
    public static Member? FindIn(SimulatedWorld world, GroupChat group, string userId) =>
        world.FindMember(userId) is { } member && group.Members.Any(member.IsCalled) ? member : null;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _group = Groups.Find(ChatId);
        _member = _group is null ? null : FindIn(World, _group, UserId ?? _group.Members[0]);
        if (_group is null || _member is null)
        {
            NotFoundPage.Answer(Context, _group is null ? W["Problem_NoGroup_Detail", ChatId] : W["Problem_NoMember_Detail", UserId ?? ""]);
            return;
        }
        var conversation = Chats.ReadGroup(_group.ChatId);
        _selected = conversation.FirstOrDefault(entry => entry.Id == RobotForms.NumberOf(Message)) ?? (conversation is [.., var last] ? last : null);
        _quoted = conversation.FirstOrDefault(entry => entry.Id == RobotForms.NumberOf(Quotes));
        _error = Expired == "true" ? W["Page_Expired"] : null;
        Marks.MarkGroupRead(_group.ChatId, _member.UserId);
    }

    private async Task SayAsync()
    {
        if (_group is null || _member is null)
            return;
        var form = Context.Request.Form;
        _typed = form["content"].ToString().ReplaceLineEndings("\n");
        var named = form["mention"].ToString();
        var text = named.Length > 0 && !_typed.Contains("@" + named, StringComparison.Ordinal) ? $"@{named} {_typed}" : _typed;
        if (!PostedFiles.TryKeep(form, Services.GetRequiredService<MediaStore>(), MediaKind.Image, out var pictures))
        {
            _error = W["Problem_MediaFormat"];
            return;
        }

        var message = new RobotMessage { Content = text, Quotes = RobotForms.NumberOf(form["quotes"]) };
        var said = Services.GetRequiredService<RobotActs>().SayInGroup(_group, _member, pictures.Count > 0 ? message.With(pictures) : message);
        if (said.Entry is null)
        {
            _error = said.Problem;
            return;
        }
        await RobotForms.WaitAsync(said.Deliveries, Services, Context.RequestAborted);
        Navigation.NavigateTo(Here);
    }

    private Task ClickAsync() => ActAsync((acts, member) => RobotForms.Click(Context.Request.Form, acts, Robots, member, Chats, W));

    private Task JudgeAsync() => ActAsync((acts, member) => RobotForms.Judge(Context.Request.Form, acts, Robots, member, Chats, W));

    private async Task ActAsync(Func<RobotActs, Member, SendResult> act)
    {
        if (_group is null || _member is null)
            return;
        var result = act(Services.GetRequiredService<RobotActs>(), _member);
        if (result.Delivery is not { } delivery)
        {
            _error = result.Problem;
            return;
        }
        await RobotForms.WaitAsync([delivery], Services, Context.RequestAborted);
        Navigation.NavigateTo(Here);
    }

    private void Place()
    {
        var form = Context.Request.Form;
        var isIn = form["join"].ToString().Length > 0;
        if (_group is null || Robots.Find(form[isIn ? "join" : "leave"].ToString()) is not { } robot)
            return;
        Robots.Place(robot, _group.ChatId, isIn);
        Navigation.NavigateTo(Here);
    }
}
