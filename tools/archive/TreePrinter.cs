using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Archive.Tools;

/// <summary>Shows a syntax tree as indented lines: a node's type and plain values, then its children.</summary>
internal static class TreePrinter
{
    private const int DeepestShown = 200;

    public static string Print(object root)
    {
        var text = new StringBuilder();
        Print(text, "", root, 0);
        return text.ToString().TrimEnd();
    }

    private static void Print(StringBuilder text, string label, object node, int depth)
    {
        var properties = node.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && property.Name is not ("EqualityContract" or "Span"))
            .Select(property => (property.Name, Value: property.GetValue(node)))
            .Where(property => property.Value is not null)
            .ToList();
        var plain = properties.Where(property => IsPlain(property.Value!)).Select(property => $" {property.Name}={Convert.ToString(property.Value, CultureInfo.InvariantCulture)}");
        text.Append(' ', 2 * depth).Append(label).Append(node.GetType().Name).AppendJoin("", plain).Append('\n');
        if (depth == DeepestShown) return;
        foreach (var (name, value) in properties.Where(property => !IsPlain(property.Value!)))
        {
            if (value is not IEnumerable children)
            {
                Print(text, name + ": ", value!, depth + 1);
                continue;
            }

            foreach (var child in children) Print(text, name + ": ", child, depth + 1);
        }
    }

    /// <summary>Shown beside the node's name.</summary>
    private static bool IsPlain(object value) => value is string or bool or Enum or IFormattable;
}
