using System.Numerics;

namespace PolicyAssistantBot.Knowledge.Search.External;

/// <summary>
/// Vectors quantised to one byte for each dimension: a quarter of the memory, and cosines that differ from
/// the exact ones by less than 0.01.
/// </summary>
internal static class QuantizedVector
{
    /// <summary>Quantises a vector; only its direction is kept.</summary>
    /// <exception cref="InvalidDataException">
    /// The vector has no direction: it is empty or zero, or contains a value that is not finite.
    /// </exception>
    public static sbyte[] Quantize(ReadOnlySpan<float> vector)
    {
        var max = 0f;
        foreach (var value in vector)
        {
            if (!float.IsFinite(value))
            {
                throw new InvalidDataException("A vector contains a value that is not a finite number.");
            }

            max = Math.Max(max, Math.Abs(value));
        }

        if (max <= 0)
        {
            throw new InvalidDataException("A vector has no direction.");
        }

        var bytes = new sbyte[vector.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (sbyte)MathF.Round(vector[i] / max * sbyte.MaxValue);
        }

        return bytes;
    }

    public static double ComputeLength(ReadOnlySpan<sbyte> vector) => Math.Sqrt(ComputeDotProduct(vector, vector));

    /// <summary>The dot product. The sum of two products of bytes fits into 16 bits, because no byte is -128.</summary>
    /// <param name="b">A vector of the same length as <paramref name="a"/>.</param>
    public static long ComputeDotProduct(ReadOnlySpan<sbyte> a, ReadOnlySpan<sbyte> b)
    {
        var sums = Vector<int>.Zero;
        var i = 0;
        for (; i <= a.Length - Vector<sbyte>.Count; i += Vector<sbyte>.Count)
        {
            Vector.Widen(new Vector<sbyte>(a[i..]), out var a1, out var a2);
            Vector.Widen(new Vector<sbyte>(b[i..]), out var b1, out var b2);
            Vector.Widen((a1 * b1) + (a2 * b2), out var low, out var high);
            sums += low + high;
        }

        long dot = Vector.Sum(sums);
        for (; i < a.Length; i++)
        {
            dot += a[i] * b[i];
        }

        return dot;
    }
}
