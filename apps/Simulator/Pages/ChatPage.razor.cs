using System.Globalization;
using System.Text;
using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Control;
using Hongyan.Simulator.Hosting;
using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Components;

namespace Hongyan.Simulator.Pages;

/// <summary>The chat, of an app or of a 公众号: people on the left, the conversation, and beside it what crossed the wire.</summary>
public sealed partial class ChatPage
{
    // Without script nothing updates the page later, so the answer gets a moment to arrive first.
    private static readonly TimeSpan PatienceWithoutScript = TimeSpan.FromSeconds(1.5);

    private Talk? _talk;
    private ChatMessage? _selected;
    private EventKind? _eventKind;
    private MessageKind? _messageKind;
    private IReadOnlyList<Talk> _tabs = [];
    private string? _error;
    private string? _panelError;
    private string? _callError;
    private string? _typed;
    private ReplayOutcome? _replay;

    /// <summary>Name of the app.</summary>
    [Parameter]
    public string? AppName { get; set; }

    /// <summary>Name of the 公众号.</summary>
    [Parameter]
    public string AccountName { get; set; } = "";

    /// <summary>UserID or OpenID; the first person of the list when the address names none.</summary>
    [Parameter]
    public string? UserId { get; set; }

    /// <summary>The entry whose wire is shown; the last one when the address names none.</summary>
    [SupplyParameterFromQuery]
    private string? Message { get; set; }

    /// <summary>The event whose form is open.</summary>
    [SupplyParameterFromQuery]
    private string? Event { get; set; }

    /// <summary>The type of message whose form is open.</summary>
    [SupplyParameterFromQuery(Name = "message-type")]
    private string? MessageType { get; set; }

    /// <summary>The menu entry's key that the event's form begins with.</summary>
    [SupplyParameterFromQuery]
    private string? Key { get; set; }

    /// <summary>What is shown beside the conversation: wire, profile, calls, routes, faults or transcript.</summary>
    [SupplyParameterFromQuery]
    private string? Panel { get; set; }

    /// <summary>UserID or OpenID of the person whose tab is to be closed.</summary>
    [SupplyParameterFromQuery]
    private string? Close { get; set; }

    /// <summary>Set after a form of an earlier run of the simulator was sent.</summary>
    [SupplyParameterFromQuery]
    private string? Expired { get; set; }

    /// <summary>What was typed.</summary>
    [SupplyParameterFromForm(FormName = "say", Name = "content")]
    private string? Content { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Inject]
    private SimulatedWorld World { get; set; } = null!;

    [Inject]
    private TalkBook Talks { get; set; } = null!;

    [Inject]
    private Followers Followers { get; set; } = null!;

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

    private string Here => _talk!.Address;

    private OfficialAccountTalk? Official => _talk as OfficialAccountTalk;

    private string Shown => Panels.Any(panel => panel.Name == Panel) ? Panel! : "wire";

    private IEnumerable<(string Name, string Title)> Panels =>
        [("wire", W["Wire_Title"]), .. Official is null ? [] : new[] { ("profile", W["Profile_Tab"]) }, ("calls", W["Calls_Tab"]), ("routes", W["Routes_Tab"]), ("faults", W["Faults_Tab"]), ("transcript", W["Transcript_Tab"])];

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _talk = AppName is null ? FindOfficialAccount() : FindWeCom(AppName);
        if (_talk is null)
            return;

        var conversation = Chats.Read(_talk.Account, _talk.Person);
        _selected = conversation.FirstOrDefault(entry => entry.Id == RobotForms.NumberOf(Message)) ?? (conversation is [.., var last] ? last : null);
        _eventKind = Event is null ? null : _talk.FindEvent(Event);
        _messageKind = MessageType is null ? null : _talk.FindMessage(MessageType);
        _error = Expired == "true" ? W["Page_Expired"] : _talk.FindHindrance(W);
        UpdateTabs();
    }

    private Talk? FindWeCom(string appName)
    {
        var app = World.FindApp(appName);
        var member = UserId is not null ? World.FindMember(UserId) : World.Members is [var first, ..] ? first : null;
        if (app is not null && member is not null)
            return Talks.Of(app, member);
        NotFoundPage.Answer(Context, app is null ? W["Problem_NoApp_Detail", appName] : W["Problem_NoMember_Detail", UserId ?? ""]);
        return null;
    }

    private Talk? FindOfficialAccount()
    {
        var account = World.FindAccount(AccountName);
        var follower = account is null ? null : UserId is null ? Followers.Of(account)[0] : Followers.Find(account, UserId);
        if (account is not null && follower is not null)
            return Talks.Of(account, follower);
        NotFoundPage.Answer(Context, account is null ? W["Problem_NoOfficialAccount_Detail", AccountName] : W["Problem_NoFollower_Detail", UserId ?? ""]);
        return null;
    }

    private void UpdateTabs()
    {
        var open = OpenTabs.Read(Context, _talk!).ToList();
        if (UserId is not null)
        {
            Marks.MarkRead(_talk!.Account, _talk.Person);
            if (open.All(each => each.Person != _talk.Person))
                open.Add(_talk);
        }
        open.RemoveAll(each => each.Person == Close);
        OpenTabs.Save(Context, _talk!, open);
        _tabs = open;
        if (Close == _talk!.Person)
            Navigation.NavigateTo(open is [.., var next] ? next.Address : _talk.AccountAddress);
    }

    private Task SayAsync() =>
        SendAsync(talk => talk.Send(new MemberMessage { Type = "text", Content = Content?.ReplaceLineEndings("\n") ?? "" }));

    private Task ActAsync()
    {
        var form = Context.Request.Form;
        if (form["tap"].ToString() is { Length: > 0 } entry)
            return TapAsync(entry);
        if (form["entry"].ToString().Split(':', 2) is [var type, var key])
            return SendAsync(talk => talk.Send(new MemberEvent { Event = type, EventKey = key }));

        var name = form["event"].ToString();
        _eventKind = _talk?.FindEvent(name);
        return SendAsync(talk =>
        {
            if (_eventKind is null)
                return talk.Send(new MemberEvent { Event = name });
            if (Place.Find(form["place"].ToString()) is { } place)
                return talk.Send(place.ToEvent(name, form["eventKey"].ToString()));
            // A button alone says nothing of the fields.
            if (SampleFields.Of(_eventKind).All(field => !form.ContainsKey(field.Name)))
                return talk.Send(new MemberEvent { Event = name });
            if (!SampleFields.TryRead(_eventKind, form, out var given, out var wrong))
                return SendResult.Refused(wrong, W["Problem_NotANumber"]);
            if (!PostedFiles.TryKeep(form, Media, MediaKind.Image, out var pictures))
                return SendResult.Refused("media", W["Problem_MediaFormat"]);
            return talk.Send(pictures.Count > 0 ? given with { MediaIds = pictures } : given);
        });
    }

    private Task ComposeAsync()
    {
        var form = Context.Request.Form;
        var type = form["type"].ToString();
        _messageKind = _talk?.FindMessage(type);
        return SendAsync(talk =>
        {
            if (Place.Find(form["place"].ToString()) is { } place)
                return talk.Send(place.ToMessage());
            if (_messageKind is null)
                return talk.Send(new MemberMessage { Type = type });
            if (!SampleFields.TryRead(_messageKind, form, out var given, out var wrong))
                return SendResult.Refused(wrong, W["Problem_NotANumber"]);
            if (!SampleFields.TakesFile(_messageKind))
                return talk.Send(given);
            if (!PostedFiles.TryKeep(form, Media, SampleFields.FileOf(_messageKind), out var files))
                return SendResult.Refused("media", W["Problem_MediaFormat"]);
            return talk.Send(files is [var file, ..] ? given with { MediaId = file } : given);
        });
    }

    // An answer of a menu message is its words, with its id beside them.
    private Task TapAsync()
    {
        var chosen = Context.Request.Form["menu"].ToString().ReplaceLineEndings("\n").Split('\n', 2);
        return SendAsync(talk => talk.Send(new MemberMessage { Type = "text", Content = chosen[^1], MenuId = chosen[0] }));
    }

    private Task TapAsync(string entry)
    {
        if (Official is null)
            return Task.CompletedTask;
        var (sent, shown) = Official.Tap(entry);
        if (shown is not null)
            Navigation.NavigateTo(Here);
        return sent is null ? Task.CompletedTask : SendAsync(_ => sent);
    }

    private Task ScanAsync()
    {
        var scene = Context.Request.Form["scene"].ToString().Trim();
        return SendAsync(_ => Official!.Scan(scene));
    }

    private Task AddPerson()
    {
        var name = Context.Request.Form["name"].ToString().Trim();
        if (Official is not null && name.Length is > 0 and <= 32)
            Navigation.NavigateTo($"{Official.AccountAddress}/{Followers.Add(Official.OfficialAccount, name).OpenId}");
        return Task.CompletedTask;
    }

    private Task ClickAsync()
    {
        var form = Context.Request.Form;
        if (_talk is not WeComTalk company || !long.TryParse(form["card"], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return Task.CompletedTask;
        var entry = Chats.Read(company.Account, company.Person).FirstOrDefault(each => each.Id == id);
        if (entry?.Active is not { Card: { } card, IsRecalled: false })
        {
            _error = W["Problem_NoCard_Detail", id];
            return Task.CompletedTask;
        }
        var click = new CardClick { Key = form["key"].ToString(), SelectedItems = CardChoice.Read(form, card) };
        return SendAsync(_ => Services.GetRequiredService<CardClicks>().Click(company.App, company.Member, entry, click));
    }

    private Task SetFaults()
    {
        if (_talk is null)
            return Task.CompletedTask;
        if (FaultForm.TryRead(Context.Request.Form, out var faults, out var wrong))
        {
            Services.GetRequiredService<FaultSwitches>().Set(_talk.Account, faults);
            Navigation.NavigateTo($"{Here}?panel=faults");
        }
        _panelError = W[$"Problem_Fault_{wrong}"];
        return Task.CompletedTask;
    }

    private Task SetCallFaults()
    {
        if (_talk is null)
            return Task.CompletedTask;
        var faults = Services.GetRequiredService<ApiFaults>();
        if (CallFaultPost.TryApply(Context.Request.Form, faults.Read(_talk.Account), out var changed, out var wrong))
        {
            faults.Set(_talk.Account, changed);
            Navigation.NavigateTo($"{Here}?panel=faults");
        }
        _callError = W[$"Problem_ApiFault_{wrong}"];
        return Task.CompletedTask;
    }

    private Task MoveClock()
    {
        if (ClockPost.TryApply(Context.Request.Form, Services.GetRequiredService<SimulatedClock>()))
            Navigation.NavigateTo($"{Here}?panel=faults");
        _panelError = W["Problem_ClockBackward", SimulatedClock.MaxOffset.TotalDays];
        return Task.CompletedTask;
    }

    private async Task ResetAsync()
    {
        await Services.GetRequiredService<SimulatorReset>().RunAsync();
        Navigation.NavigateTo(Here);
    }

    private async Task ReplayAsync()
    {
        if (_talk is null)
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
        _replay = await ReplayOutcome.PlayAsync(bytes, _talk, Services, Context.RequestAborted);
    }

    private async Task SendAsync(Func<Talk, SendResult> send)
    {
        // The post has nobody in its address when the list of people was the page; the first one was shown then.
        if (_talk is null)
            return;

        var result = send(_talk);
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
