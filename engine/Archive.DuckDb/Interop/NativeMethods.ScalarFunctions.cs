using System.Runtime.InteropServices;

namespace Archive.DuckDb.Interop;

internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    public static partial nint duckdb_create_scalar_function();

    [LibraryImport(Library)]
    public static partial void duckdb_destroy_scalar_function(ref nint function);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void duckdb_scalar_function_set_name(ScalarFunctionHandle function, string name);

    [LibraryImport(Library)]
    public static partial void duckdb_scalar_function_add_parameter(ScalarFunctionHandle function, LogicalTypeHandle type);

    [LibraryImport(Library)]
    public static partial void duckdb_scalar_function_set_return_type(ScalarFunctionHandle function, LogicalTypeHandle type);

    [LibraryImport(Library)]
    public static partial void duckdb_scalar_function_set_extra_info(ScalarFunctionHandle function, nint info, delegate* unmanaged[Cdecl]<nint, void> destroy);

    [LibraryImport(Library)]
    public static partial void duckdb_scalar_function_set_function(ScalarFunctionHandle function, delegate* unmanaged[Cdecl]<nint, nint, nint, void> execute);

    [LibraryImport(Library)]
    public static partial void duckdb_scalar_function_set_bind(ScalarFunctionHandle function, delegate* unmanaged[Cdecl]<nint, void> bind);

    [LibraryImport(Library)]
    public static partial State duckdb_register_scalar_function(ConnectionHandle connection, ScalarFunctionHandle function);

    [LibraryImport(Library)]
    public static partial nint duckdb_scalar_function_get_extra_info(nint functionInfo);

    [LibraryImport(Library)]
    public static partial nint duckdb_scalar_function_get_bind_data(nint functionInfo);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void duckdb_scalar_function_set_error(nint functionInfo, string error);

    [LibraryImport(Library)]
    public static partial nint duckdb_scalar_function_bind_get_extra_info(nint bindInfo);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial void duckdb_scalar_function_bind_set_error(nint bindInfo, string error);

    [LibraryImport(Library)]
    public static partial void duckdb_scalar_function_set_bind_data(nint bindInfo, nint data, delegate* unmanaged[Cdecl]<nint, void> destroy);

    [LibraryImport(Library)]
    public static partial void duckdb_scalar_function_set_bind_data_copy(nint bindInfo, delegate* unmanaged[Cdecl]<nint, nint> copy);

    [LibraryImport(Library)]
    public static partial void duckdb_scalar_function_get_client_context(nint bindInfo, out nint context);

    [LibraryImport(Library)]
    public static partial ulong duckdb_client_context_get_connection_id(nint context);

    [LibraryImport(Library)]
    public static partial void duckdb_destroy_client_context(ref nint context);

    [LibraryImport(Library)]
    public static partial nint duckdb_scalar_function_bind_get_argument(nint bindInfo, ulong index);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool duckdb_expression_is_foldable(nint expression);

    [LibraryImport(Library)]
    public static partial nint duckdb_expression_fold(nint context, nint expression, out nint value);

    [LibraryImport(Library)]
    public static partial void duckdb_destroy_expression(ref nint expression);

    [LibraryImport(Library)]
    public static partial void duckdb_destroy_error_data(ref nint error);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool duckdb_error_data_has_error(nint error);

    [LibraryImport(Library)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool duckdb_is_null_value(nint value);

    [LibraryImport(Library)]
    public static partial NativeBlob duckdb_get_blob(nint value);

    [LibraryImport(Library)]
    public static partial void duckdb_destroy_value(ref nint value);
}
