using Hongyan.Simulator.Resources;
using Microsoft.AspNetCore.Components;

namespace Hongyan.Simulator.Pages;

/// <summary>Where a bot is called and with which keys, as the consoles ask for it: saving runs the URL verification against the bot.</summary>
public sealed partial class CallbackForm
{
    private CallbackSettings _given = new("", "", "");
    private string? _failure;
    private string? _explanation;
    private string? _wrongField;
    private VerificationResult? _result;

    /// <summary>The settings as they are.</summary>
    [Parameter, EditorRequired]
    public CallbackSettings Settings { get; set; } = null!;

    /// <summary>What is wrong with the fields.</summary>
    [Parameter, EditorRequired]
    public Func<CallbackSettings, IEnumerable<(string Field, Finding Problem)>> Validate { get; set; } = null!;

    /// <summary>Asks the bot.</summary>
    [Parameter, EditorRequired]
    public Func<CallbackSettings, Task<VerificationResult>> Verify { get; set; } = null!;

    /// <summary>The bot has answered as it must.</summary>
    [Parameter, EditorRequired]
    public EventCallback<CallbackSettings> OnVerified { get; set; }

    /// <summary>What is said of a bot that has not.</summary>
    [Parameter, EditorRequired]
    public Func<Finding, string> NotVerified { get; set; } = null!;

    /// <summary>The button that saves.</summary>
    [Parameter, EditorRequired]
    public string Save { get; set; } = "";

    /// <summary>The buttons that make a value up.</summary>
    [Parameter, EditorRequired]
    public string Random { get; set; } = "";

    /// <summary>What a token looks like.</summary>
    [Parameter, EditorRequired]
    public string TokenHelp { get; set; } = "";

    /// <summary>More fields.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    /// <inheritdoc />
    protected override void OnInitialized() => _given = Settings;

    private string? Invalid(string field) => field == _wrongField ? "true" : null;

    private async Task SubmitAsync()
    {
        var form = Context.Request.Form;
        _given = new(form["callbackUrl"].ToString().Trim(), form["token"].ToString().Trim(), form["encodingAESKey"].ToString().Trim());
        switch (form["action"].ToString())
        {
            case "token":
                _given = _given with { Token = CallbackSettings.RandomToken() };
                break;
            case "key":
                _given = _given with { EncodingAESKey = CallbackSettings.RandomKey() };
                break;
            default:
                await SaveAsync();
                break;
        }
    }

    private async Task SaveAsync()
    {
        foreach (var (field, problem) in Validate(_given))
        {
            (_wrongField, _failure, _explanation) = (field, W["Callback_NotSaved"], W.Of(problem));
            return;
        }

        _result = await Verify(_given);
        if (_result.Problem is { } failure)
            (_failure, _explanation) = (NotVerified(failure), W.Of(failure));
        else
            await OnVerified.InvokeAsync(_given);
    }
}
