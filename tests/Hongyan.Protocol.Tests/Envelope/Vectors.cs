namespace Hongyan.Tests.Envelope;

/// <summary>The platform's published example, and examples of the same scheme computed with openssl.</summary>
internal static class Vectors
{
    /// <summary>The example of developer.work.weixin.qq.com/document/path/90968.</summary>
    public static class Official
    {
        public const string Token = "QDG6eK";
        public const string Key = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
        public const string CorpId = "wx5823bf96d3bd56c7";

        public const string Timestamp = "1409659813";
        public const string Nonce = "1372623149";
        public const string Signature = "477715d11cdb4164915debcba66cb864d751f3e6";
        public const string RandomPrefix = "0960688932c47ef1";
        public const string Encrypt =
            "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==";

        public const string EchoTimestamp = "1409659589";
        public const string EchoNonce = "263014780";
        public const string EchoSignature = "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3";
        public const string Echo = "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==";
        public const string EchoMessage = "1616140317555161061";
    }

    /// <summary>Made with openssl; the key's last character carries bits that decoding must ignore.</summary>
    public static class Synthetic
    {
        public const string Token = "simToken";
        public const string Key = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
        public const string CorpId = "ww0123456789abcdef";
        public const string Timestamp = "1700000000";
        public const string Nonce = "1234567890";
        public const string RandomPrefix = "0123456789abcdef";

        public const string EchoMessage = "5927782489442352469";
        public const string Echo = "Q3stYC6hdFzMh9T8HCvyDOjpXLNauJhx2jaflIofLlVo4PZQGMz/o/gkHkGIP7WYFoAHE59K786plXHTTpE4+g==";
        public const string EchoSignature = "77562a964e01c1455c4ee86f3caed7a42e41ec6e";

        public const string RobotMessage = """{"msgtype":"stream","stream":{"id":"s1","finish":false,"content":"hi"}}""";
        public const string RobotEncrypt =
            "Q3stYC6hdFzMh9T8HCvyDECYLoxkwee+ZW7KGioxdX3hdKWlnTp4Vy1qgngLHWViMaThFUehN+VEZ4ZA9wV4Ei26nO19h+IMx/+7d2Cc6u79Y576eg+/tuhLHgER5EwD";
        public const string RobotSignature = "b68ac3d8ad318e851093bcaad739738363bc06db";

        public const string TextMessage =
            "<xml><ToUserName><![CDATA[ww0123456789abcdef]]></ToUserName><FromUserName><![CDATA[zhangsan]]></FromUserName><CreateTime>1700000000</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[你好, sim]]></Content><MsgId>7000000000000000001</MsgId><AgentID>1000002</AgentID></xml>";
        public const string TextEncrypt =
            "Q3stYC6hdFzMh9T8HCvyDCQyqpkMFMj9MOk+gEzHaZJGWO4i1WFFKt4vRQcteyv2LqnBoTK3pdajPwWEiSGRfz14kHD6YVKAHtkLXrYnmmP0UGHEz8R+kQZJD244YENcDuEQ9ZRZd0799wgM/nTsoCZIjJkcQnAIIjM4JN0MIN+4SEJkORZFXverGcMtHDeKQHbqQ/qC/LBXtKzkq2BZcCC8OziX6H2QpNrBzKZO8iMiBma0cr8cWDG41/deE8fW52jIcRFiANcLv7h8d83NHoBRilaGa96MS35Gdy04WVmK/hXibR4kKnw+Nl9+5P3p4VFbQGULFN0Sc7+FVbpsz516okZChYNXdd2RpflqS1IYss8aBI3StvlIVlDqdSiVZbFtKOc2DsYV21eBCD2WBbtr0IMBk5KIH718izZ67K6q7RjyyZzueukB6M0jOP+o6q1rQIP9Cdh3Kynq3lxA+g==";
        public const string TextSignature = "0129c1db847b59901c67565bf21af2b8c8656d21";

        /// <summary>An Official Account's signature in plaintext mode: no ciphertext takes part.</summary>
        public const string PlainSignature = "475ba3af684a674d107557dfd476d0f5810cc414";
    }
}
