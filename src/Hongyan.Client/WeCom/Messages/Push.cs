using System.Text.Json;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>
/// An active message (主动消息): what an application sends by itself, when nobody has asked. Text needs no type:
/// <c>client.Messages.SendAsync(Recipients.User("zhangsan"), "你好")</c>.
/// </summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/90236</remarks>
public abstract record Push
{
    private protected Push()
    {
    }

    /// <summary>The value of <c>msgtype</c>, and the name of the object beside it.</summary>
    internal abstract string MessageType { get; }

    /// <summary>Text as an active message.</summary>
    public static implicit operator Push(string text) => new TextPush(text);

    /// <exception cref="FieldLimitException">A field is too long, empty or out of range.</exception>
    internal abstract void Check(LimitCheck check);

    /// <summary>Writes the members of the object that is named after the type.</summary>
    internal abstract void WriteFields(Utf8JsonWriter json);

    /// <summary>Writes <c>msgtype</c> and the object.</summary>
    internal void Write(Utf8JsonWriter json)
    {
        json.WriteString("msgtype"u8, MessageType);
        json.WriteStartObject(MessageType);
        WriteFields(json);
        json.WriteEndObject();
    }
}
