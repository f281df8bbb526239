using System.Text;

namespace Itdr.Evaluation;

/// <summary>
/// An evaluation as one page that needs nothing else: no network, no script. Every text of the data is escaped. It
/// follows the reader's light or dark scheme and prints.
/// </summary>
public static class ReportPage
{
    /// <summary>Writes the page, under its own name only when it is whole.</summary>
    /// <param name="file">The file.</param>
    /// <param name="input">What the page shows.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string file, ReportInput input)
    {
        var part = $"{file}.part";
        File.WriteAllText(part, ToHtml(input), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        try
        {
            File.Move(part, file, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <summary>Makes the page.</summary>
    /// <param name="input">What the page shows.</param>
    public static string ToHtml(ReportInput input)
    {
        var page = new HtmlPage();
        page.AddFixed("""<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">""");
        page.AddFixed("""<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">""");
        page.Add($"<title>{input.Title}: evaluation</title>");
        page.AddFixed(ReportStyle.Css);
        page.AddFixed("</head><body>");
        HeaderSection.Add(page, input);
        FindingsSection.Add(page, input);
        AggregateSection.Add(page, input);
        PaperTables.Add(page, input);
        SubtaskBars.Add(page, input);
        HeatMap.Add(page, input);
        ErrorHistograms.Add(page, input);
        ValiditySection.Add(page, input);
        ComparisonSection.Add(page, input);
        WorstAnswerSection.Add(page, input);
        MethodSection.Add(page, input);
        page.AddFixed("</body></html>");
        return page.ToString();
    }
}
