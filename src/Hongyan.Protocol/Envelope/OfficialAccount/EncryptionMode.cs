namespace Hongyan.OfficialAccount;

/// <summary>How the messages of an Official Account are encrypted (消息加解密方式), as its page 基本配置 has it.</summary>
public enum EncryptionMode
{
    /// <summary>Plaintext (明文模式): the signature covers the address of a request, not what it says. All that a test account (测试号) has.</summary>
    Plaintext,

    /// <summary>Compatible (兼容模式): each message comes in both forms. Only the encrypted one is read; whatever stands beside it is not signed.</summary>
    Compatible,

    /// <summary>Safe (安全模式): encrypted both ways.</summary>
    Safe,
}
