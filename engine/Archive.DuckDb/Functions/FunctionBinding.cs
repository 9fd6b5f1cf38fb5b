using System.Runtime.InteropServices;
using Archive.DuckDb.Interop;

namespace Archive.DuckDb.Functions;

/// <summary>What is known of a function's arguments when a query is planned.</summary>
public readonly ref struct FunctionBinding
{
    private readonly nint bindInfo;

    internal FunctionBinding(nint bindInfo) => this.bindInfo = bindInfo;

    /// <summary>The bytes of a BLOB argument that is the same for all rows; null where it isn't, or is null.</summary>
    public byte[]? ConstantBlob(int parameter)
    {
        var value = Fold(parameter);
        if (value == 0) return null;
        try
        {
            if (NativeMethods.duckdb_is_null_value(value)) return null;
            var blob = NativeMethods.duckdb_get_blob(value);
            var bytes = new byte[blob.Size];
            Marshal.Copy(blob.Data, bytes, 0, bytes.Length);
            NativeMethods.duckdb_free(blob.Data);
            return bytes;
        }
        finally
        {
            NativeMethods.duckdb_destroy_value(ref value);
        }
    }

    /// <summary>The number of the connection whose query is planned.</summary>
    internal ulong ConnectionNumber
    {
        get
        {
            NativeMethods.duckdb_scalar_function_get_client_context(bindInfo, out var context);
            var number = NativeMethods.duckdb_client_context_get_connection_id(context);
            NativeMethods.duckdb_destroy_client_context(ref context);
            return number;
        }
    }

    /// <summary>Evaluates an argument now; 0 where it depends on the row. The caller destroys the value.</summary>
    private nint Fold(int parameter)
    {
        var expression = NativeMethods.duckdb_scalar_function_bind_get_argument(bindInfo, (ulong)parameter);
        try
        {
            if (!NativeMethods.duckdb_expression_is_foldable(expression)) return 0;
            NativeMethods.duckdb_scalar_function_get_client_context(bindInfo, out var context);
            var error = NativeMethods.duckdb_expression_fold(context, expression, out var value);
            var failed = error != 0 && NativeMethods.duckdb_error_data_has_error(error);
            if (error != 0) NativeMethods.duckdb_destroy_error_data(ref error);
            NativeMethods.duckdb_destroy_client_context(ref context);
            return failed ? 0 : value;
        }
        finally
        {
            NativeMethods.duckdb_destroy_expression(ref expression);
        }
    }
}
