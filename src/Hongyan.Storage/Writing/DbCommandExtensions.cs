using System.Data.Common;

namespace Hongyan.Storage.Writing;

/// <summary>Parameters of a command, by name, whichever database it is.</summary>
internal static class DbCommandExtensions
{
    public static DbCommand With(this DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
        return command;
    }
}
