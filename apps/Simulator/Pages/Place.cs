using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Pages;

/// <summary>A place that a member can send without a map.</summary>
/// <param name="Label">What the client would send as its name and address.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
public sealed record Place(string Label, double Latitude, double Longitude)
{
    /// <summary>Well-known ones, from north to south.</summary>
    public static IReadOnlyList<Place> WellKnown { get; } =
    [
        new("北京市东城区东长安街天安门", 39.9087, 116.3975),
        new("上海市黄浦区中山东一路外滩", 31.2397, 121.4900),
        new("成都市青羊区宽窄巷子", 30.6636, 104.0551),
        new("杭州市西湖区西湖断桥", 30.2587, 120.1514),
        new("广州市海珠区阅江西路222号广州塔", 23.1064, 113.3245),
        new("深圳市南山区海天二路33号腾讯滨海大厦", 22.5229, 113.9345),
    ];

    /// <summary>The message that sends it.</summary>
    public MemberMessage ToMessage() => new() { Type = "location", Latitude = Latitude, Longitude = Longitude, Label = Label };

    /// <summary>The event of choosing it from a menu.</summary>
    public MemberEvent ToEvent(string name, string key) =>
        new() { Event = name, EventKey = key, Latitude = Latitude, Longitude = Longitude, Label = Label, PoiName = "" };

    /// <summary>The place of this name, or null.</summary>
    public static Place? Find(string label) => WellKnown.FirstOrDefault(place => place.Label == label);
}
