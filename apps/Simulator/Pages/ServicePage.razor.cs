using Hongyan.Simulator.Control;
using Hongyan.Simulator.Hosting;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Components;

namespace Hongyan.Simulator.Pages;

/// <summary>微信客服: the customer's phone, the queue, and a servicer's seat beside it.</summary>
public sealed partial class ServicePage
{
    // Without script nothing updates the page later, so the bot gets a moment to answer first.
    private static readonly TimeSpan PatienceWithoutScript = TimeSpan.FromSeconds(1.5);

    private ServiceAccount? _account;
    private Customer? _customer;
    private Member? _servicer;
    private string? _error;

    /// <summary>open_kfid; the first account when the address names none.</summary>
    [Parameter]
    public string? OpenKfId { get; set; }

    /// <summary>external_userid; the first customer when the address names none.</summary>
    [Parameter]
    public string? ExternalUserId { get; set; }

    /// <summary>scene of the link that led here.</summary>
    [SupplyParameterFromQuery(Name = "enc_scene")]
    private string? Scene { get; set; }

    /// <summary>scene_param of the link that led here.</summary>
    [SupplyParameterFromQuery(Name = "scene_param")]
    private string? SceneParameter { get; set; }

    /// <summary>UserID of whoever sits at the seat.</summary>
    [SupplyParameterFromQuery]
    private string? As { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Inject]
    private ServiceAccounts Accounts { get; set; } = null!;

    [Inject]
    private ServiceSessions Sessions { get; set; } = null!;

    [Inject]
    private CustomerBook Customers { get; set; } = null!;

    [Inject]
    private SimulatedWorld World { get; set; } = null!;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string Here => $"/kf/{_account!.OpenKfId}/{_customer!.ExternalUserId}";

    private string Stay => As is null ? Here : $"{Here}?as={As}";

    private ServiceSession Session => Sessions.Find(_account!.OpenKfId, _customer!.ExternalUserId);

    private List<ServiceSession> Queue =>
        [.. Sessions.Of(_account!.OpenKfId).Where(session => session.State == ServiceState.Queued).OrderBy(session => session.WroteAt)];

    private int AnswersLeft => Session is { State: ServiceState.Unprocessed or ServiceState.Assistant } session ? ServiceSession.MaxAnswers - session.Answers : 0;

    private bool IsReceiving => ServiceAccounts.IsReceiving(_account!, _servicer!);

    private ServiceAct Acts => Services.GetRequiredService<ServiceAct>();

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _account = OpenKfId is null ? (Accounts.All is [var only, ..] ? only : null) : Accounts.Find(OpenKfId);
        _customer = ExternalUserId is null ? Customers.All[0] : Customers.Find(ExternalUserId);
        if (_account is null || _customer is null)
        {
            NotFoundPage.Answer(Context, _account is null
                ? W["Problem_NoAccount_Detail", OpenKfId ?? ""]
                : W["Problem_NoCustomer_Detail", ExternalUserId ?? ""]);
            return;
        }
        _servicer = Accounts.FindServicer(_account, As ?? "") ?? (Accounts.ServicersOf(_account) is [var first, ..] ? first : null);
    }

    private Task Enter()
    {
        var form = Context.Request.Form;
        return RunAsync(act => act.Enter(_account!, _customer!, form["scene"], form["sceneParameter"]));
    }

    private Task Say() => RunAsync(act => act.Write(_account!, _customer!, Text()));

    private Task SendOther()
    {
        var type = Context.Request.Form["type"].ToString();
        if (type != "refuse")
            return RunAsync(act => act.Write(_account!, _customer!, new CustomerMessage { Type = type }));
        if (_customer is not null)
            Customers.Save(_customer with { RefusesService = !_customer.RefusesService });
        Navigation.NavigateTo(Here);
        return Task.CompletedTask;
    }

    private Task ActOnEntry()
    {
        var form = Context.Request.Form;
        if (form["recall"].ToString() is { Length: > 0 } messageId)
            return RunAsync(act => act.Recall(_account!, _customer!, messageId));
        // A menu item is answered by its words, with its id beside them.
        var chosen = form["menu"].ToString().Split('\n', 2);
        return RunAsync(act => act.Write(_account!, _customer!, new CustomerMessage { Content = chosen[^1], MenuId = chosen[0] }));
    }

    private Task ActAtSeat()
    {
        var form = Context.Request.Form;
        As = form["as"];
        if (form["accept"].ToString() is { Length: > 0 } externalUserId)
        {
            if (Customers.Find(externalUserId) is not { } waiting)
                return Task.CompletedTask;
            _customer = waiting;
            return RunAsync(act => act.Accept(_account!, waiting, As));
        }
        return form["act"].ToString() switch
        {
            "transfer" => RunAsync(act => act.Transfer(_account!, _customer!, form["to"])),
            "end" => RunAsync(act => act.End(_account!, _customer!)),
            "stop" => RunAsync(act => act.ChangeStatus(_account!, As, isReceiving: false)),
            _ => RunAsync(act => act.ChangeStatus(_account!, As, isReceiving: true)),
        };
    }

    private Task Answer()
    {
        As = Context.Request.Form["as"];
        return RunAsync(act => act.Answer(_account!, _customer!, As, Text()));
    }

    private Task AddCustomer()
    {
        var name = Context.Request.Form["name"].ToString().Trim();
        if (_account is null || name.Length is 0 or > 32)
            return Task.CompletedTask;
        Navigation.NavigateTo($"/kf/{_account.OpenKfId}/{Customers.Add(name, gender: 0).ExternalUserId}");
        return Task.CompletedTask;
    }

    private Task Follow()
    {
        var form = Context.Request.Form;
        if (_customer is null || World.FindMember(form["member"].ToString()) is not { } member)
            return Task.CompletedTask;
        if (Services.GetRequiredService<CustomerReports>().Add(_customer, member, form["state"].ToString()) is null)
            _error = W["Problem_Followed", member.Name, _customer.Name];
        else
            Navigation.NavigateTo(Stay);
        return Task.CompletedTask;
    }

    private CustomerMessage Text() => new() { Content = Context.Request.Form["content"].ToString().ReplaceLineEndings("\n") };

    private async Task RunAsync(Func<ServiceAct, ServiceResult> run)
    {
        if (_account is null || _customer is null)
            return;
        var result = run(Acts);
        if (result.Entry is not { } entry)
        {
            _error = result.Problem;
            return;
        }

        // The script hears of everything that follows.
        if (!Context.Request.Headers.ContainsKey("X-Live") && Services.GetRequiredService<DeliveryLog>().Find(entry.DeliveryId) is { } delivery)
        {
            var ended = Services.GetRequiredService<DeliveryEngine>().WaitAsync(delivery, Context.RequestAborted);
            await Task.WhenAny(ended, Task.Delay(PatienceWithoutScript, Services.GetRequiredService<TimeProvider>(), Context.RequestAborted));
        }
        Navigation.NavigateTo(Stay);
    }
}
