using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SheetCell = DocumentFormat.OpenXml.Spreadsheet.Cell;

namespace PolicyAssistantBot.Insight.Exports;

/// <summary>Writes tables as an Excel workbook, one sheet per table. Texts are inline strings, which spreadsheets do not evaluate.
/// Durations are in hours.</summary>
internal static class ExcelWorkbook
{
    private const uint PlainStyle = 0,
        HeadingStyle = 1,
        CountStyle = 2,
        DecimalStyle = 3,
        PercentStyle = 4;

    public static byte[] Write(IReadOnlyList<StatisticsTable> tables)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = CreateStyles();
            var sheets = book.Workbook.AppendChild(new Sheets());
            for (var i = 0; i < tables.Count; i++)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = CreateSheet(tables[i]);
                sheets.Append(
                    new Sheet
                    {
                        Id = book.GetIdOfPart(part),
                        SheetId = (uint)i + 1,
                        Name = ToSheetName(tables[i].Title),
                    }
                );
            }
        }

        return stream.ToArray();
    }

    private static Worksheet CreateSheet(StatisticsTable table)
    {
        var data = new SheetData(new Row(table.Columns.Select(title => CreateTextCell(title, HeadingStyle))));
        foreach (var row in table.Rows)
        {
            data.Append(new Row([CreateTextCell(row.Label, PlainStyle), .. row.Cells.Select(CreateNumberCell)]));
        }

        var columns = new Columns(
            new Column
            {
                Min = 1,
                Max = 1,
                Width = 34,
                CustomWidth = true,
            },
            new Column
            {
                Min = 2,
                Max = (uint)Math.Max(2, table.Columns.Count),
                Width = 16,
                CustomWidth = true,
            }
        );
        var frozen = new SheetViews(
            new SheetView(
                new Pane
                {
                    VerticalSplit = 1,
                    TopLeftCell = "A2",
                    ActivePane = PaneValues.BottomLeft,
                    State = PaneStateValues.Frozen,
                }
            )
            {
                WorkbookViewId = 0,
            }
        );
        return new Worksheet(frozen, columns, data);
    }

    private static SheetCell CreateTextCell(string text, uint style) =>
        new(new InlineString(new Text(RemoveInvalidCharacters(text)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = CellValues.InlineString,
            StyleIndex = style,
        };

    private static SheetCell CreateNumberCell(Cell cell)
    {
        var (value, style) = cell.Kind switch
        {
            CellKind.Count => (cell.Value, CountStyle),
            CellKind.Share => (cell.Value, PercentStyle),
            CellKind.Duration => (cell.Value / 60, DecimalStyle),
            _ => (cell.Value, DecimalStyle),
        };
        var sheetCell = new SheetCell { StyleIndex = style };
        if (value is { } number)
        {
            sheetCell.CellValue = new CellValue(number.ToString("R", CultureInfo.InvariantCulture));
        }

        return sheetCell;
    }

    /// <summary>Removes characters that XML 1.0 does not allow.</summary>
    private static string RemoveInvalidCharacters(string text) => string.Concat(text.Where(c => c is '\t' or '\n' or '\r' or >= ' '));

    /// <summary>A sheet's name has at most 31 characters and none of []:*?/\.</summary>
    private static string ToSheetName(string title)
    {
        var name = string.Concat(title.Where(c => !"[]:*?/\\".Contains(c, StringComparison.Ordinal)));
        return name[..Math.Min(name.Length, 31)];
    }

    private static Stylesheet CreateStyles() =>
        new(
            new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "0.0" }),
            new Fonts(new Font(), new Font(new Bold())),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 })
            ),
            new Borders(new Border()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                new CellFormat(),
                new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top })
                {
                    FontId = 1,
                    ApplyFont = true,
                    ApplyAlignment = true,
                },
                new CellFormat { NumberFormatId = 3, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true },
                new CellFormat { NumberFormatId = 9, ApplyNumberFormat = true }
            )
        );
}
