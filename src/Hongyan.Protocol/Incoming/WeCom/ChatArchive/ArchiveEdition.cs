namespace Hongyan.WeCom;

/// <summary>What the interfaces for the content of chats cover. A number that the platform adds later is kept as it is.</summary>
public enum ArchiveEdition
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>内部会话; no longer sold.</summary>
    Internal = 1,

    /// <summary>内外部会话.</summary>
    InternalAndExternal = 2,

    /// <summary>内外部会话及语音通话.</summary>
    WithVoiceCalls = 3,
}
