using System.Data.Common;

namespace Hongyan.Storage.Writing;

/// <summary>How an answer is read from the inbox. One that was written together with its message is protected together with it.</summary>
internal static class AnswerColumns
{
    /// <summary>The two columns that <see cref="ReadAnswer"/> reads.</summary>
    public const string Sql = "Answer, case when State = 1 and Answer is null then Raw end";

    /// <summary>The answer; empty where there is none.</summary>
    /// <param name="row">A row with the columns of <see cref="Sql"/>.</param>
    /// <param name="at">Where they begin.</param>
    /// <param name="protector">Decrypts it.</param>
    public static byte[] ReadAnswer(this DbDataReader row, int at, PayloadProtector protector) =>
        row.IsDBNull(at) ? protector.UnprotectSecond(row.IsDBNull(at + 1) ? null : row.GetFieldValue<byte[]>(at + 1)) : protector.Unprotect(row.GetFieldValue<byte[]>(at));
}
