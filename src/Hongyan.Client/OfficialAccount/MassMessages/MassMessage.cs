using System.Text.Json;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>
/// What goes to many followers at once (群发). Text needs no type: <c>client.MassMessages.SendToAllAsync("放假通知")</c>.
/// </summary>
/// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html</remarks>
public abstract record MassMessage
{
    private protected MassMessage()
    {
    }

    /// <summary>The value of <c>msgtype</c>.</summary>
    internal abstract string MessageType { get; }

    /// <summary>The name of the object beside it.</summary>
    internal virtual string ObjectName => MessageType;

    /// <summary>Text as a mass message.</summary>
    public static implicit operator MassMessage(string text) => new MassText(text);

    /// <exception cref="FieldLimitException">A field is too long or empty.</exception>
    internal abstract void Check(LimitCheck check);

    /// <summary>Writes the members of the object.</summary>
    internal abstract void WriteFields(Utf8JsonWriter json);

    /// <summary>Writes what stands beside the object.</summary>
    internal virtual void WriteOptions(Utf8JsonWriter json)
    {
    }

    /// <summary>Writes the object as a preview has it, where that differs.</summary>
    internal virtual void WritePreview(Utf8JsonWriter json) => WriteObject(json, ObjectName, WriteFields);

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteString("msgtype"u8, MessageType);
        WriteObject(json, ObjectName, WriteFields);
        WriteOptions(json);
    }

    private protected static void WriteObject(Utf8JsonWriter json, string name, Action<Utf8JsonWriter> writeFields)
    {
        json.WriteStartObject(name);
        writeFields(json);
        json.WriteEndObject();
    }
}
