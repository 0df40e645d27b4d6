namespace Hongyan.WeCom;

/// <summary>A form that an application made was filled in, deleted, or has other settings (收集表变更事件, doc_change).</summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/97835</remarks>
public sealed record FormEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public FormEvent()
    {
    }

    internal FormEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        ChangeType = payload.Text("ChangeType"u8);
        FormIds = payload.Texts("FormId"u8);
    }

    /// <summary>What happened: <c>form_complete</c>, <c>delete_form</c> or <c>form_settings_change</c>.</summary>
    public string ChangeType { get; init; } = "";

    /// <summary>The forms.</summary>
    public IReadOnlyList<string> FormIds { get; init; } = [];
}
