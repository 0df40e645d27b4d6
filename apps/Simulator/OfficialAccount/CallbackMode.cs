namespace Hongyan.Simulator.OfficialAccount;

/// <summary>消息加解密方式: how callbacks of a 公众号 travel.</summary>
public enum CallbackMode
{
    /// <summary>明文模式: plaintext XML, signed by <c>signature</c> alone.</summary>
    Plaintext,

    /// <summary>兼容模式: plaintext fields and the ciphertext in one document.</summary>
    Compatible,

    /// <summary>安全模式: ciphertext alone, both ways.</summary>
    Safe,
}
