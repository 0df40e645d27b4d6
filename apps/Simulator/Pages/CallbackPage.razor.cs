using System.Globalization;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Components;

namespace Hongyan.Simulator.Pages;

/// <summary>接收消息 as in the console.</summary>
public sealed partial class CallbackPage
{
    private WeComApp? _app;

    /// <summary>Name of the app.</summary>
    [Parameter]
    public string AppName { get; set; } = "";

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    [Inject]
    private SimulatedWorld World { get; set; } = null!;

    [Inject]
    private IServiceProvider Services { get; set; } = null!;

    private IEnumerable<(string Name, string Value)> Credentials =>
    [
        (W["Callback_CorpId"], _app!.CorpId),
        ("AgentId", _app.AgentId.ToString(CultureInfo.InvariantCulture)),
        ("Secret", _app.Secret),
        ("Token", _app.Callback.Token),
        ("EncodingAESKey", _app.Callback.EncodingAESKey),
    ];

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        _app = World.FindApp(AppName);
        if (_app is null)
            NotFoundPage.Answer(Context, W["Problem_NoApp_Detail", AppName]);
    }

    private Task<VerificationResult> VerifyAsync(CallbackSettings given) =>
        Services.GetRequiredService<UrlVerifier>().VerifyAsync(_app!, given, Context.RequestAborted);

    private void Save(CallbackSettings given) => _app = World.SaveCallback(_app!, given);
}
