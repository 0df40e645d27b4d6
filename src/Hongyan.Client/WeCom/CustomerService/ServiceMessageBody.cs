using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A message to a customer as it goes over the wire: in answer to an event it has a code, else a receiver.</summary>
internal sealed record ServiceMessageBody
{
    [JsonPropertyName("touser")]
    public string? ToUser { get; init; }

    [JsonPropertyName("open_kfid")]
    public string? OpenKfId { get; init; }

    [JsonPropertyName("code")]
    public string? Code { get; init; }

    [JsonPropertyName("msgid")]
    public string? MessageId { get; init; }

    [JsonPropertyName("msgtype")]
    public required string Type { get; init; }

    [JsonPropertyName("text")]
    public ServiceText? Text { get; init; }

    [JsonPropertyName("image")]
    public ServiceImage? Image { get; init; }

    [JsonPropertyName("voice")]
    public ServiceVoice? Voice { get; init; }

    [JsonPropertyName("video")]
    public ServiceVideo? Video { get; init; }

    [JsonPropertyName("file")]
    public ServiceFile? File { get; init; }

    [JsonPropertyName("link")]
    public ServiceLink? Link { get; init; }

    [JsonPropertyName("miniprogram")]
    public ServiceMiniProgram? MiniProgram { get; init; }

    [JsonPropertyName("msgmenu")]
    public ServiceMenuBody? Menu { get; init; }

    [JsonPropertyName("location")]
    public ServiceLocation? Location { get; init; }

    [JsonPropertyName("ca_link")]
    public ServiceAcquisitionLink? AcquisitionLink { get; init; }

    [JsonPropertyName("business_card")]
    public ServiceBusinessCard? BusinessCard { get; init; }

    public static ServiceMessageBody Of(ServiceMessage message) => message switch
    {
        ServiceText text => new() { Type = "text", Text = text },
        ServiceMenu menu => new() { Type = "msgmenu", Menu = ServiceMenuBody.Of(menu) },
        ServiceImage image => new() { Type = "image", Image = image },
        ServiceVoice voice => new() { Type = "voice", Voice = voice },
        ServiceVideo video => new() { Type = "video", Video = video },
        ServiceFile file => new() { Type = "file", File = file },
        ServiceLink link => new() { Type = "link", Link = link },
        ServiceMiniProgram program => new() { Type = "miniprogram", MiniProgram = program },
        ServiceLocation location => new() { Type = "location", Location = location },
        ServiceAcquisitionLink link => new() { Type = "ca_link", AcquisitionLink = link },
        ServiceBusinessCard card => new() { Type = "business_card", BusinessCard = card },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
