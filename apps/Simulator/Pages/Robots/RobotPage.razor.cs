using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Control;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Components;

namespace Hongyan.Simulator.Pages;

/// <summary>A member's conversation with an AI robot (智能机器人), and beside it what crossed the wire.</summary>
public sealed partial class RobotPage
{
    private WeComRobot? _robot;
    private Member? _member;
    private ChatMessage? _selected;
    private ChatMessage? _quoted;
    private string? _type;
    private string? _error;
    private string? _panelError;

    /// <summary>Name of the robot.</summary>
    [Parameter]
    public string RobotName { get; set; } = "";

    /// <summary>UserID; the first member when the address names none.</summary>
    [Parameter]
    public string? UserId { get; set; }

    /// <summary>The entry whose wire is shown; the last one when the address names none.</summary>
    [SupplyParameterFromQuery]
    private string? Message { get; set; }

    /// <summary>The type of message whose form is open.</summary>
    [SupplyParameterFromQuery(Name = "message-type")]
    private string? MessageType { get; set; }

    /// <summary>The entry that the next message quotes.</summary>
    [SupplyParameterFromQuery]
    private string? Quotes { get; set; }

    /// <summary>What is shown beside the conversation: wire, faults or transcript.</summary>
    [SupplyParameterFromQuery]
    private string? Panel { get; set; }

    /// <summary>Set after a form of an earlier run of the simulator was sent.</summary>
    [SupplyParameterFromQuery]
    private string? Expired { get; set; }

    /// <summary>What was typed.</summary>
    [SupplyParameterFromForm(FormName = "say", Name = "content")]
    private string? Content { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Inject]
    private RobotBook Robots { get; set; } = null!;

    [Inject]
    private SimulatedWorld World { get; set; } = null!;

    [Inject]
    private ConversationLog Chats { get; set; } = null!;

    [Inject]
    private ReadMarks Marks { get; set; } = null!;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Here => AddressOf(_robot!.Name, _member!.UserId);

    private string Shown => Panel is "faults" or "transcript" ? Panel : "wire";

    private IEnumerable<(string Name, string Title)> Panels => [("wire", W["Wire_Title"]), ("faults", W["Faults_Tab"]), ("transcript", W["Transcript_Tab"])];

    /// <summary>Where a member talks with a robot.</summary>
    public static string AddressOf(string robot, string userId) => $"/wecom/robots/{Uri.EscapeDataString(robot)}/{Uri.EscapeDataString(userId)}";

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _robot = Robots.Find(RobotName);
        _member = UserId is not null ? World.FindMember(UserId) : World.Members is [var first, ..] ? first : null;
        if (_robot is null || _member is null)
        {
            NotFoundPage.Answer(Context, _robot is null ? W["Problem_NoRobot_Detail", RobotName] : W["Problem_NoMember_Detail", UserId ?? ""]);
            return;
        }
        if (UserId is not null)
            Marks.MarkRead(_robot.Name, _member.UserId);
        var conversation = Chats.Read(_robot.Name, _member.UserId);
        _selected = conversation.FirstOrDefault(entry => entry.Id == RobotForms.NumberOf(Message)) ?? (conversation is [.., var last] ? last : null);
        _quoted = conversation.FirstOrDefault(entry => entry.Id == RobotForms.NumberOf(Quotes));
        _type = RobotMessageRules.Types.Contains(MessageType) ? MessageType : null;
        _error = Expired == "true" ? W["Page_Expired"] : null;
    }

    private Task SayAsync() => SendAsync(acts => acts.Say(_robot!, _member!, new()
    {
        Content = Content?.ReplaceLineEndings("\n") ?? "",
        Quotes = RobotForms.NumberOf(Context.Request.Form["quotes"]),
    }));

    private Task EnterAsync() => SendAsync(acts => acts.Enter(_robot!, _member!));

    private Task ComposeAsync()
    {
        var form = Context.Request.Form;
        _type = form["type"];
        return SendAsync(acts => RobotForms.TryRead(form, Services.GetRequiredService<MediaStore>(), out var message)
            ? acts.Say(_robot!, _member!, message)
            : SendResult.Refused("media", W["Problem_MediaFormat"]));
    }

    private Task ClickAsync() => SendAsync(acts => RobotForms.Click(Context.Request.Form, acts, Robots, _member!, Chats, W));

    private Task JudgeAsync() => SendAsync(acts => RobotForms.Judge(Context.Request.Form, acts, Robots, _member!, Chats, W));

    private Task SetFaults()
    {
        if (_robot is null)
            return Task.CompletedTask;
        if (FaultForm.TryRead(Context.Request.Form, out var faults, out var wrong))
        {
            Services.GetRequiredService<FaultSwitches>().Set(_robot.Name, faults);
            Navigation.NavigateTo($"{Here}?panel=faults");
        }
        _panelError = W[$"Problem_Fault_{wrong}"];
        return Task.CompletedTask;
    }

    private Task MoveClock()
    {
        if (ClockPost.TryApply(Context.Request.Form, Services.GetRequiredService<SimulatedClock>()))
            Navigation.NavigateTo($"{Here}?panel=faults");
        _panelError = W["Problem_ClockBackward", SimulatedClock.MaxOffset.TotalDays];
        return Task.CompletedTask;
    }

    private async Task SendAsync(Func<RobotActs, SendResult> act)
    {
        if (_robot is null || _member is null)
            return;
        var result = act(Services.GetRequiredService<RobotActs>());
        if (result.Delivery is not { } delivery)
        {
            _error = result.Problem;
            return;
        }
        await RobotForms.WaitAsync([delivery], Services, Context.RequestAborted);
        Navigation.NavigateTo(Here);
    }
}
