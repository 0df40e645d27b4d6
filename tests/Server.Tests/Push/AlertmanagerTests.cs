namespace Hongyan.Server.Tests.Push;

/// <summary>What Alertmanager's webhook sends, as people see it.</summary>
public sealed class AlertmanagerTests(PushServer server) : IClassFixture<PushServer>
{
    // The example of Alertmanager's own documentation, with other words.
    private const string Body = """
        {
          "version": "4", "groupKey": "{}:{alertname=\"DiskFull\"}", "truncatedAlerts": 0, "status": "firing", "receiver": "hongyan",
          "groupLabels": { "alertname": "DiskFull", "cluster": "一号机房" }, "commonLabels": { "alertname": "DiskFull" }, "commonAnnotations": {},
          "externalURL": "http://alertmanager.example:9093",
          "alerts": [
            {
              "status": "firing", "labels": { "alertname": "DiskFull", "severity": "critical", "instance": "web-1:9100" },
              "annotations": { "summary": "磁盘 /data 只剩 2%" }, "startsAt": "2026-11-28T09:05:00.123456789Z", "endsAt": "0001-01-01T00:00:00Z",
              "generatorURL": "http://prometheus.example:9090/graph", "fingerprint": "1a30ba71cca2921f"
            },
            {
              "status": "resolved", "labels": { "alertname": "DiskFull", "severity": "warning", "instance": "web-2:9100" },
              "annotations": { "description": "磁盘 /var" }, "startsAt": "2026-11-28T09:00:00Z", "endsAt": "2026-11-28T09:12:00Z"
            }
          ]
        }
        """;

    [Fact]
    public async Task Alertmanager_ToMembers_IsTextByTheOutbox()
    {
        var reply = await server.PostAsync("/push/demo/alertmanager?to=zhaomin", Body);

        Assert.Equal((202, 1), (reply.Status, (int?)reply.Json["recipients"]));
        var said = await PushServer.UntilAsync(server.Running, "/sim/apps/demo/members/zhaomin/conversation", entry => (string?)entry["type"] == "text");
        Assert.Equal("""
            【告警】1 条，恢复 1 条 critical 1 · cluster=一号机房
            [critical] DiskFull · web-1:9100：磁盘 /data 只剩 2%（11-28 17:05 起）
            [恢复] DiskFull · web-2:9100：磁盘 /var（持续 12 分钟）
            http://alertmanager.example:9093
            """.ReplaceLineEndings("\n"), (string?)said["content"]);
    }

    [Fact]
    public async Task Alertmanager_ToAGroup_IsMarkdown()
    {
        var reply = await server.PostAsync("/push/demo/alertmanager?robot=notice", Body);

        Assert.Equal(200, reply.Status);
        var said = await PushServer.UntilAsync(server.Running, "/sim/groups/wrproject000000000000000000000001/conversation", entry => ((string?)entry["content"])!.Contains("恢复 1 条", StringComparison.Ordinal));
        Assert.Equal("markdown", (string?)said["type"]);
        Assert.Contains("""<font color="warning">**【告警】1 条，恢复 1 条**</font> critical 1""", (string?)said["content"], StringComparison.Ordinal);
        Assert.Contains("\n> [critical] DiskFull", (string?)said["content"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("to=chenjing", 202)]
    [InlineData("party=1", 200)]
    [InlineData("robot=notice", 200)]
    [InlineData("to=@all", 200)]
    public async Task Alertmanager_AThousandAlerts_FitIntoOneMessage(string query, int status)
    {
        var alerts = string.Join(',', Enumerable.Range(0, 1000).Select(number =>
            $$$"""{"status":"firing","labels":{"alertname":"服务不可用","severity":"critical","instance":"节点-{{{number}}}"},"annotations":{"summary":"{{{new string('长', 60)}}}"} }"""));

        var reply = await server.PostAsync($"/push/demo/alertmanager?{query}", $$"""{"alerts":[{{alerts}}]}""");

        // The simulator measures as the platform does: what is too long would be 40058 here, or a refusal of our own.
        Assert.Equal(status, reply.Status);
    }
}
