using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Archive.DuckDb.Interop;
using Archive.DuckDb.Vectors;

namespace Archive.DuckDb.Functions;

/// <summary>
/// Lends managed functions to DuckDB. Objects cross as GCHandles that DuckDB gives back through a destroy callback; no exception
/// crosses: each becomes the query's error.
/// </summary>
internal static unsafe class ScalarFunctionRegistration
{
    public static void Register(ConnectionHandle connection, ScalarFunction function, OpenConnections connections)
    {
        using var handle = new ScalarFunctionHandle(NativeMethods.duckdb_create_scalar_function());
        NativeMethods.duckdb_scalar_function_set_name(handle, function.Name);
        foreach (var parameter in function.Parameters)
        {
            using var type = LogicalType(parameter);
            NativeMethods.duckdb_scalar_function_add_parameter(handle, type);
        }

        using var returnType = LogicalType(function.ReturnType);
        NativeMethods.duckdb_scalar_function_set_return_type(handle, returnType);
        NativeMethods.duckdb_scalar_function_set_extra_info(handle, Lend(new RegisteredFunction(function, connections)), &Release);
        NativeMethods.duckdb_scalar_function_set_bind(handle, &Bind);
        NativeMethods.duckdb_scalar_function_set_function(handle, &Execute);
        if (NativeMethods.duckdb_register_scalar_function(connection, handle) == State.Error)
            throw new DuckDbException($"DuckDB doesn't take the function {function.Name}; there may be one of that name already.");
    }

    private static LogicalTypeHandle LogicalType(SqlType parameter)
    {
        var element = new LogicalTypeHandle(NativeMethods.duckdb_create_logical_type(parameter.Type));
        if (!parameter.IsList) return element;
        using (element) return new LogicalTypeHandle(NativeMethods.duckdb_create_list_type(element));
    }

    private static nint Lend(object target) => GCHandle.ToIntPtr(GCHandle.Alloc(target));

    private static object? Borrowed(nint pointer) => pointer == 0 ? null : GCHandle.FromIntPtr(pointer).Target;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Release(nint pointer) => GCHandle.FromIntPtr(pointer).Free();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Copy(nint pointer) => Lend(Borrowed(pointer)!);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Bind(nint bindInfo)
    {
        try
        {
            var registered = (RegisteredFunction)Borrowed(NativeMethods.duckdb_scalar_function_bind_get_extra_info(bindInfo))!;
            var binding = new FunctionBinding(bindInfo);
            var use = new FunctionUse(registered.Function.Bind(binding), registered.Connections.Find(binding.ConnectionNumber));
            NativeMethods.duckdb_scalar_function_set_bind_data(bindInfo, Lend(use), &Release);
            NativeMethods.duckdb_scalar_function_set_bind_data_copy(bindInfo, &Copy);
        }
        catch (Exception error)
        {
            NativeMethods.duckdb_scalar_function_bind_set_error(bindInfo, error.Message);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Execute(nint functionInfo, nint input, nint output)
    {
        try
        {
            var registered = (RegisteredFunction)Borrowed(NativeMethods.duckdb_scalar_function_get_extra_info(functionInfo))!;
            var use = (FunctionUse)Borrowed(NativeMethods.duckdb_scalar_function_get_bind_data(functionInfo))!;
            var arguments = new FunctionArguments(input, use.Connection);
            registered.Function.Execute(arguments, new VectorWriter(output, arguments.RowCount), use.Bound);
            PassNullsOn(arguments, output);
        }
        catch (Exception error)
        {
            NativeMethods.duckdb_scalar_function_set_error(functionInfo, error.Message);
        }
    }

    /// <summary>A row with a null argument gets a null result.</summary>
    private static void PassNullsOn(FunctionArguments arguments, nint output)
    {
        for (var parameter = 0; parameter < arguments.Count; parameter++)
        {
            var validity = arguments[parameter].Validity;
            if (validity.IsEmpty) continue;
            NativeMethods.duckdb_vector_ensure_validity_writable(output);
            var target = NativeMethods.duckdb_vector_get_validity(output);
            for (var word = 0; word < validity.Length; word++) target[word] &= validity[word];
        }
    }
}
