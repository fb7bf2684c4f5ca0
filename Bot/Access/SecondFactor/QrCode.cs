using System.Globalization;
using System.Text;
using QRCoder;

namespace PolicyAssistantBot.Access.SecondFactor;

/// <summary>Draws a QR code as one SVG path, always dark on light, because cameras do not read inverted codes.</summary>
internal static class QrCode
{
    public static QrDrawing Draw(string text)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < code.ModuleMatrix[y].Length; x++)
            {
                var runStart = x;
                while (x < code.ModuleMatrix[y].Length && code.ModuleMatrix[y][x])
                {
                    x++;
                }

                if (x > runStart)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{runStart} {y}h{x - runStart}v1h-{x - runStart}z");
                }
            }
        }

        return new QrDrawing(code.ModuleMatrix.Count, path.ToString());
    }
}

/// <param name="Size">Modules per side, including the quiet zone.</param>
/// <param name="Path">The dark modules, as SVG path data.</param>
public sealed record QrDrawing(int Size, string Path);
