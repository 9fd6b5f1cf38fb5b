namespace Archive.Formats;

/// <summary>A result can't be written in the format asked for: a vector type without an encoding, or a value that its FIELD can't hold.</summary>
public sealed class ResultFormatException : Exception
{
    public ResultFormatException()
    {
    }

    public ResultFormatException(string message)
        : base(message)
    {
    }

    public ResultFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
