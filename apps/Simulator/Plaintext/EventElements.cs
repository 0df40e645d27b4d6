namespace Hongyan.Simulator.Plaintext;

/// <summary>The parts of events that both platforms write in the same way: those of menu entries.</summary>
internal static class EventElements
{
    public static MemberEvent SampleScan(string name) =>
        new() { Event = name, EventKey = "scan", ScanType = "qrcode", ScanResult = "https://example.com/asset/A-7" };

    public static MemberEvent SamplePictures(string name) =>
        new() { Event = name, EventKey = "upload", PicMd5Sums = [Invented.Md5()], MediaIds = [] };

    public static MemberEvent SamplePlace(string name) => new()
    {
        Event = name, EventKey = "where", Latitude = 23.1291, Longitude = 113.2644, Scale = 15, Label = "广州市越秀区府前路1号", PoiName = "人民公园",
    };

    public static void Key(PlaintextWriter xml, MemberEvent e) => xml.Text("EventKey", e.EventKey);

    public static void Scan(PlaintextWriter xml, MemberEvent e) =>
        xml.Text("EventKey", e.EventKey)
            .Group("ScanCodeInfo", () => xml.Text("ScanType", e.ScanType).Text("ScanResult", e.ScanResult));

    public static void Pictures(PlaintextWriter xml, MemberEvent e)
    {
        var sums = e.PicMd5Sums ?? [];
        xml.Text("EventKey", e.EventKey)
            .Group("SendPicsInfo", () => xml.Number("Count", sums.Count)
                .Group("PicList", () =>
                {
                    foreach (var sum in sums)
                        xml.Group("item", () => xml.Text("PicMd5Sum", sum));
                }));
    }

    public static void Place(PlaintextWriter xml, MemberEvent e) =>
        xml.Text("EventKey", e.EventKey)
            .Group("SendLocationInfo", () => xml.Number("Location_X", e.Latitude).Number("Location_Y", e.Longitude)
                .Number("Scale", e.Scale).Text("Label", e.Label).Text("Poiname", e.PoiName));
}
