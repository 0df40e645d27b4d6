using System.Text;
using System.Xml.Linq;
using Hongyan.Protocol;

namespace Hongyan.Simulator.Replies;

/// <summary>The encrypted envelope of a reply, which is the same on both platforms.</summary>
internal static class ReplyEnvelope
{
    private static readonly string[] Parts = ["Encrypt", "MsgSignature", "TimeStamp", "Nonce"];

    /// <summary>What is inside; nothing, and what is wrong, when a part is.</summary>
    public static ReadOnlyMemory<byte> Open(XElement root, CallbackSettings callback, string receiveId, out Finding? problem)
    {
        foreach (var part in Parts)
        {
            var found = root.Elements(part).ToList();
            problem = found.Count > 1 ? Finding.Of(FindingKind.ReplyRepeatedPart, CallbackError.ParseFailed, part)
                : found.Count == 0 || found[0].Value.Trim().Length == 0 ? Finding.Of(FindingKind.ReplyMissingPart, CallbackError.ParseFailed, part)
                : null;
            if (problem is not null)
                return default;
        }

        var encrypted = Encoding.UTF8.GetBytes(root.Element("Encrypt")!.Value.Trim());
        if (!SignatureVerifier.Verify(
            Encoding.UTF8.GetBytes(callback.Token), PartOf(root, "TimeStamp"), PartOf(root, "Nonce"), encrypted, PartOf(root, "MsgSignature")))
        {
            problem = Finding.Of(FindingKind.ReplySignature, CallbackError.SignatureMismatch);
            return default;
        }

        var opened = new MessageCipher(callback.EncodingAESKey, receiveId).Decrypt(encrypted);
        problem = opened.Error switch
        {
            CallbackError.None => null,
            CallbackError.Base64DecodeFailed => Finding.Of(FindingKind.ReplyBase64, opened.Error),
            CallbackError.DecryptFailed => Finding.Of(FindingKind.ReplyCipherLength, opened.Error),
            CallbackError.ReceiveIdMismatch => Finding.Of(FindingKind.ReplyReceiveId, opened.Error, receiveId),
            _ => Finding.Of(FindingKind.ReplyBuffer, CallbackError.IllegalBuffer),
        };
        return opened.Message;
    }

    private static byte[] PartOf(XElement root, string name) => Encoding.UTF8.GetBytes(root.Element(name)!.Value.Trim());
}
