namespace Archive.Tap.Options;

/// <summary>An option is set to what it can't be, or doesn't exist; the message names option, value, range and place.</summary>
public sealed class OptionException(string message) : Exception(message);
