using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Control;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Components;

namespace Hongyan.Simulator.Pages;

/// <summary>The chat: members on the left, the conversation, and beside it what crossed the wire.</summary>
public sealed partial class ChatPage
{
    // Without script nothing updates the page later, so the answer gets a moment to arrive first.
    private static readonly TimeSpan PatienceWithoutScript = TimeSpan.FromSeconds(1.5);

    private WeComApp? _app;
    private Member? _member;
    private ChatMessage? _selected;
    private EventKind? _eventKind;
    private string? _error;

    /// <summary>Name of the app.</summary>
    [Parameter]
    public string AppName { get; set; } = "";

    /// <summary>UserID; the first member when the address names none.</summary>
    [Parameter]
    public string? UserId { get; set; }

    /// <summary>The entry whose wire is shown; the last one when the address names none.</summary>
    [SupplyParameterFromQuery]
    private long? Message { get; set; }

    /// <summary>The event whose form is open.</summary>
    [SupplyParameterFromQuery]
    private string? Event { get; set; }

    /// <summary>Set after a form of an earlier run of the simulator was sent.</summary>
    [SupplyParameterFromQuery]
    private bool? Expired { get; set; }

    /// <summary>What was typed.</summary>
    [SupplyParameterFromForm(FormName = "say", Name = "content")]
    private string? Content { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Inject]
    private SimulatedWorld World { get; set; } = null!;

    [Inject]
    private ConversationLog Chats { get; set; } = null!;

    [Inject]
    private DeliveryLog Deliveries { get; set; } = null!;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Here => $"/wecom/{_app!.Name}/{_member!.UserId}";

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _app = World.FindApp(AppName);
        _member = UserId is null ? World.Members[0] : World.FindMember(UserId);
        if (_app is null || _member is null)
        {
            NotFoundPage.Answer(Context, _app is null ? W["Problem_NoApp_Detail", AppName] : W["Problem_NoMember_Detail", UserId ?? ""]);
            return;
        }

        var conversation = Chats.Read(_app.Name, _member.UserId);
        _selected = conversation.FirstOrDefault(entry => entry.Id == Message) ?? (conversation is [.., var last] ? last : null);
        _eventKind = Event is null ? null : EventKind.Find(Event);
        _error = Expired == true ? W["Page_Expired"] : null;
    }

    private Task SayAsync() =>
        SendAsync(action => action.Send(_app!, _member!, new MemberMessage { Type = "text", Content = Content?.ReplaceLineEndings("\n") ?? "" }));

    private Task ActAsync()
    {
        var form = Context.Request.Form;
        var name = form["event"].ToString();
        _eventKind = EventKind.Find(name);
        return SendAsync(action => EventFields.TryRead(name, form, out var given, out var wrong)
            ? action.Send(_app!, _member!, given)
            : SendResult.Refused(wrong, W["Problem_NotANumber"]));
    }

    private async Task SendAsync(Func<MemberAction, SendResult> send)
    {
        // The post has no member in its address when the list of members was the page; the first one was shown then.
        if (_app is null || _member is null)
            return;

        var result = send(Services.GetRequiredService<MemberAction>());
        if (result.Delivery is not { } delivery)
        {
            _error = result.Problem;
            return;
        }

        var ended = Services.GetRequiredService<DeliveryEngine>().WaitAsync(delivery, Context.RequestAborted);
        await Task.WhenAny(ended, Task.Delay(PatienceWithoutScript, Services.GetRequiredService<TimeProvider>(), Context.RequestAborted));
        Navigation.NavigateTo(Here);
    }
}
