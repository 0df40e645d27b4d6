using System.Globalization;
using System.Text;
using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Control;
using Hongyan.Simulator.Hosting;
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
    private MessageKind? _messageKind;
    private IReadOnlyList<Member> _tabs = [];
    private string? _error;
    private string? _panelError;
    private string? _callError;
    private string? _typed;
    private ReplayOutcome? _replay;

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

    /// <summary>The type of message whose form is open.</summary>
    [SupplyParameterFromQuery(Name = "message-type")]
    private string? MessageType { get; set; }

    /// <summary>The menu entry's key that the event's form begins with.</summary>
    [SupplyParameterFromQuery]
    private string? Key { get; set; }

    /// <summary>What is shown beside the conversation: wire, calls, routes, faults or transcript.</summary>
    [SupplyParameterFromQuery]
    private string? Panel { get; set; }

    /// <summary>UserID of the member whose tab is to be closed.</summary>
    [SupplyParameterFromQuery]
    private string? Close { get; set; }

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
    private ReadMarks Marks { get; set; } = null!;

    [Inject]
    private MediaStore Media { get; set; } = null!;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Here => $"/wecom/{_app!.Name}/{_member!.UserId}";

    private string Shown => Panels.Any(panel => panel.Name == Panel) ? Panel! : "wire";

    private IEnumerable<(string Name, string Title)> Panels =>
        [("wire", W["Wire_Title"]), ("calls", W["Calls_Tab"]), ("routes", W["Routes_Tab"]), ("faults", W["Faults_Tab"]), ("transcript", W["Transcript_Tab"])];

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _app = World.FindApp(AppName);
        _member = UserId is not null ? World.FindMember(UserId) : World.Members is [var first, ..] ? first : null;
        if (_app is null || _member is null)
        {
            NotFoundPage.Answer(Context, _app is null ? W["Problem_NoApp_Detail", AppName] : W["Problem_NoMember_Detail", UserId ?? ""]);
            return;
        }

        var conversation = Chats.Read(_app.Name, _member.UserId);
        _selected = conversation.FirstOrDefault(entry => entry.Id == Message) ?? (conversation is [.., var last] ? last : null);
        _eventKind = Event is null ? null : WeComEvents.Find(Event);
        _messageKind = MessageType is null ? null : WeComMessages.Find(MessageType);
        _error = Expired == true ? W["Page_Expired"] : World.IsVisible(_app, _member) ? null : W["Problem_NotVisible", _member.Name];
        UpdateTabs();
    }

    private void UpdateTabs()
    {
        var open = OpenTabs.Read(Context, World, _app!.Name).ToList();
        if (UserId is not null)
        {
            Marks.MarkRead(_app.Name, _member!.UserId);
            if (!open.Contains(_member))
                open.Add(_member);
        }
        open.RemoveAll(member => member.UserId == Close);
        OpenTabs.Save(Context, _app.Name, open);
        _tabs = open;
        if (Close == _member!.UserId)
            Navigation.NavigateTo(open is [.., var next] ? $"/wecom/{_app.Name}/{next.UserId}" : $"/wecom/{_app.Name}");
    }

    private Task SayAsync() =>
        SendAsync(action => action.Send(_app!, _member!, new MemberMessage { Type = "text", Content = Content?.ReplaceLineEndings("\n") ?? "" }));

    private Task ActAsync()
    {
        var form = Context.Request.Form;
        if (form["entry"].ToString().Split(':', 2) is [var type, var key])
            return SendAsync(action => action.Send(_app!, _member!, new MemberEvent { Event = type, EventKey = key }));

        var name = form["event"].ToString();
        _eventKind = WeComEvents.Find(name);
        return SendAsync(action =>
        {
            if (_eventKind is null)
                return action.Send(_app!, _member!, new MemberEvent { Event = name });
            if (Place.Find(form["place"].ToString()) is { } place)
                return action.Send(_app!, _member!, place.ToEvent(name, form["eventKey"].ToString()));
            if (!SampleFields.TryRead(_eventKind, form, out var given, out var wrong))
                return SendResult.Refused(wrong, W["Problem_NotANumber"]);
            if (!PostedFiles.TryKeep(form, Media, MediaKind.Image, out var pictures))
                return SendResult.Refused("media", W["Problem_MediaFormat"]);
            return action.Send(_app!, _member!, pictures.Count > 0 ? given with { MediaIds = pictures } : given);
        });
    }

    private Task ComposeAsync()
    {
        var form = Context.Request.Form;
        var type = form["type"].ToString();
        _messageKind = WeComMessages.Find(type);
        return SendAsync(action =>
        {
            if (Place.Find(form["place"].ToString()) is { } place)
                return action.Send(_app!, _member!, place.ToMessage());
            if (_messageKind is null)
                return action.Send(_app!, _member!, new MemberMessage { Type = type });
            if (!SampleFields.TryRead(_messageKind, form, out var given, out var wrong))
                return SendResult.Refused(wrong, W["Problem_NotANumber"]);
            if (!SampleFields.TakesFile(_messageKind))
                return action.Send(_app!, _member!, given);
            if (!PostedFiles.TryKeep(form, Media, Enum.Parse<MediaKind>(type, ignoreCase: true), out var files))
                return SendResult.Refused("media", W["Problem_MediaFormat"]);
            return action.Send(_app!, _member!, files is [var file, ..] ? given with { MediaId = file } : given);
        });
    }

    private Task ClickAsync()
    {
        var form = Context.Request.Form;
        if (_app is null || _member is null || !long.TryParse(form["card"], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return Task.CompletedTask;
        var entry = Chats.Read(_app.Name, _member.UserId).FirstOrDefault(each => each.Id == id);
        if (entry?.Active is not { Card: { } card, IsRecalled: false })
        {
            _error = W["Problem_NoCard_Detail", id];
            return Task.CompletedTask;
        }
        var click = new CardClick { Key = form["key"].ToString(), SelectedItems = CardChoice.Read(form, card) };
        return SendAsync(Services.GetRequiredService<CardClicks>(), clicks => clicks.Click(_app, _member, entry, click));
    }

    private Task SetFaults()
    {
        if (_app is null)
            return Task.CompletedTask;
        if (FaultForm.TryRead(Context.Request.Form, out var faults, out var wrong))
        {
            Services.GetRequiredService<FaultSwitches>().Set(_app.Name, faults);
            Navigation.NavigateTo($"{Here}?panel=faults");
        }
        _panelError = W[$"Problem_Fault_{wrong}"];
        return Task.CompletedTask;
    }

    private Task SetCallFaults()
    {
        if (_app is null)
            return Task.CompletedTask;
        var faults = Services.GetRequiredService<ApiFaults>();
        if (CallFaultPost.TryApply(Context.Request.Form, faults.Read(_app.Name), out var changed, out var wrong))
        {
            faults.Set(_app.Name, changed);
            Navigation.NavigateTo($"{Here}?panel=faults");
        }
        _callError = W[$"Problem_ApiFault_{wrong}"];
        return Task.CompletedTask;
    }

    private Task MoveClock()
    {
        var clock = Services.GetRequiredService<SimulatedClock>();
        var advance = Context.Request.Form["advance"].ToString();
        if (advance == "reset")
            clock.Reset();
        else if (!int.TryParse(advance, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || !clock.TryAdvance(TimeSpan.FromSeconds(seconds)))
        {
            _panelError = W["Problem_ClockBackward", SimulatedClock.MaxOffset.TotalDays];
            return Task.CompletedTask;
        }
        Navigation.NavigateTo($"{Here}?panel=faults");
        return Task.CompletedTask;
    }

    private async Task ResetAsync()
    {
        await Services.GetRequiredService<SimulatorReset>().RunAsync();
        Navigation.NavigateTo(Here);
    }

    private async Task ReplayAsync()
    {
        if (_app is null || _member is null)
            return;
        var form = Context.Request.Form;
        _typed = form["text"].ToString();
        var bytes = Encoding.UTF8.GetBytes(_typed);
        if (form.Files is [{ Length: > 0 and <= BodyLimit.Usual } file, ..])
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, Context.RequestAborted);
            bytes = content.ToArray();
        }
        _replay = await ReplayOutcome.PlayAsync(bytes, _app, _member, Services, Context.RequestAborted);
    }

    private Task SendAsync(Func<MemberAction, SendResult> send) => SendAsync(Services.GetRequiredService<MemberAction>(), send);

    private async Task SendAsync<TAction>(TAction action, Func<TAction, SendResult> send)
    {
        // The post has no member in its address when the list of members was the page; the first one was shown then.
        if (_app is null || _member is null)
            return;

        var result = send(action);
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
