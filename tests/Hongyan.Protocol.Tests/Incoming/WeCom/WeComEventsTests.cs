using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Hongyan.Protocol;
using Hongyan.WeCom;

namespace Hongyan.Tests.Incoming.WeCom;

public class WeComEventsTests
{
    public static TheoryData<string> ApplicationEvents => [.. WeComEvents.Table.Keys];

    public static TheoryData<string> EveryEvent => [.. WeComEvents.Table.Keys.Concat(SuiteEvents.Table.Keys)];

    public static TheoryData<string> KnownPayloads =>
        [.. Corpus.ReadableNames.Where(name => name.StartsWith("wecom/", StringComparison.Ordinal) && name.EndsWith(".xml", StringComparison.Ordinal) && !name.Contains("/unknown", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(ApplicationEvents))]
    public void Parse_EventOfAnApplication_IsTheSameRecordForASuite(string name)
    {
        foreach (var change in Changes(name))
        {
            var told = Parse($"<xml><MsgType>event</MsgType><Event>{name}</Event><ChangeType>{change}</ChangeType></xml>");
            var suite = Parse($"<xml><SuiteId>ww1</SuiteId><AuthCorpId>ww2</AuthCorpId><InfoType>{name}</InfoType><ChangeType>{change}</ChangeType></xml>");
            Assert.Equal(told.GetType(), suite.GetType());
            Assert.Equal(("ww1", "ww2"), (suite.ToUser, suite.FromUser));
        }
    }

    [Theory]
    [MemberData(nameof(EveryEvent))]
    public void Parse_EventWithNothingInIt_StillHasEmptyTextsAndLists(string name)
    {
        foreach (var change in Changes(name))
        {
            var incoming = Parse($"<xml><InfoType>{name}</InfoType><ChangeType>{change}</ChangeType></xml>");
            var nulls = incoming.GetType().GetProperties()
                .Where(property => new System.Reflection.NullabilityInfoContext().Create(property).ReadState == System.Reflection.NullabilityState.NotNull)
                .Where(property => property.GetValue(incoming) is null);
            Assert.IsNotType<UnknownMessage>(incoming);
            Assert.Empty(nulls);
        }
    }

    [Theory]
    [MemberData(nameof(KnownPayloads))]
    public void Parse_PayloadAsJson_IsTheSameRecord(string name)
    {
        var json = ToJson(XDocument.Parse(Encoding.UTF8.GetString(Corpus.Payload(name))).Root!).ToJsonString();
        Assert.Equal(Corpus.Expected(name), RecordText.Describe(Parse(json)));
    }

    [Theory]
    [InlineData("change_contact")]
    [InlineData("change_external_contact")]
    [InlineData("change_external_chat")]
    [InlineData("change_school_contact")]
    public void Parse_NewChangeOfADividedFamily_IsUnknownWithItsName(string name)
    {
        var unknown = Assert.IsType<UnknownEvent>(Parse($"<xml><MsgType>event</MsgType><Event>{name}</Event><ChangeType>tomorrow</ChangeType></xml>"));
        Assert.Equal((name, "tomorrow"), (unknown.EventType, unknown.ChangeType));
    }

    [Theory]
    [InlineData("wedrive_file_change", typeof(DriveFileEvent))]
    [InlineData("wedrive_space_change", typeof(DriveSpaceEvent))]
    [InlineData("smart_sheet_change", typeof(SmartSheetEvent))]
    [InlineData("doc_change", typeof(DocumentEvent))]
    [InlineData("meeting_change", typeof(MeetingChangedEvent))]
    [InlineData("change_chain", typeof(ChainEvent))]
    [InlineData("change_external_tag", typeof(CustomerTagEvent))]
    [InlineData("customer_acquisition", typeof(AcquisitionLinkEvent))]
    public void Parse_NewChangeOfAFamilyOfOneShape_KeepsItsWord(string name, Type expected)
    {
        var incoming = Parse($"<xml><MsgType>event</MsgType><Event>{name}</Event><ChangeType>tomorrow</ChangeType></xml>");
        Assert.IsType(expected, incoming);
        Assert.Equal("tomorrow", expected.GetProperty("ChangeType")!.GetValue(incoming));
    }

    [Theory]
    [InlineData("balance_low", typeof(AcquisitionQuotaEvent))]
    [InlineData("provider_balance_low", typeof(AcquisitionQuotaEvent))]
    [InlineData("quota_expire_soon", typeof(AcquisitionQuotaEvent))]
    [InlineData("delete_link", typeof(AcquisitionLinkEvent))]
    public void Parse_CustomerAcquisition_IsAboutTheQuotaOrALink(string change, Type expected) =>
        Assert.IsType(expected, Parse($"<xml><MsgType>event</MsgType><Event>customer_acquisition</Event><ChangeType>{change}</ChangeType></xml>"));

    [Fact]
    public void Parse_StatesBeyondTheKnown_KeepTheirNumbers()
    {
        var approval = Assert.IsType<ApprovalEvent>(Parse(
            "<xml><MsgType>event</MsgType><Event>sys_approval_change</Event><ApprovalInfo><SpStatus>99</SpStatus><StatuChangeEvent>-1</StatuChangeEvent></ApprovalInfo></xml>"));
        Assert.Equal((99, -1), ((int)approval.Status, (int)approval.Action));
    }

    [Fact]
    public void Parse_MisspeltDepartmentInABatch_IsSpeltRight()
    {
        var batch = Assert.IsType<SchoolContactsEvent>(Parse(
            "<xml><SuiteId>ww1</SuiteId><InfoType>change_school_contact_batch</InfoType><ChangeList><ChangeType>create_deparmtment</ChangeType><Id>1</Id></ChangeList></xml>"));
        Assert.Equal("create_department", Assert.Single(batch.Changes).ChangeType);
    }

    /// <summary>The changes in which a divided family comes; one that nobody has heard of for the others.</summary>
    private static string[] Changes(string name) => name switch
    {
        "change_contact" => ["create_user", "update_user", "delete_user", "create_party", "update_party", "delete_party", "update_tag"],
        "change_external_contact" =>
        [
            "add_external_contact", "add_half_external_contact", "edit_external_contact", "del_external_contact", "del_follow_user", "transfer_fail",
            "msg_audit_approved",
        ],
        "change_external_chat" => ["create", "update", "dismiss"],
        "change_school_contact" => ["create_student", "create_department"],
        _ => ["tomorrow"],
    };

    private static Hongyan.Incoming Parse(string document) => IncomingParser.WeCom.Parse(Encoding.UTF8.GetBytes(document));

    private static JsonNode ToJson(XElement element)
    {
        if (!element.HasElements)
            return JsonValue.Create(element.Value);
        var members = new JsonObject();
        foreach (var children in element.Elements().GroupBy(child => child.Name.LocalName))
            members[children.Key] = children.Count() == 1 ? ToJson(children.Single()) : new JsonArray([.. children.Select(ToJson)]);
        return members;
    }
}
